import { serverFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Official rule G02. */
const MOST = 10_000

export const TOO_MANY_VERSIONS: GateRule = {
  code: 'R506',
  title: 'The server has too many versions',
  passed: `No server has more than ${MOST} versions.`,
  why: 'Clients read all versions of a server at once. The official registry has the same limit.',
  fix: 'Publish releases, not every build. Ask the maintainers if you have a reason for more.',
  example: 'The 10001st version of io.github.alice/weather',
  async check({ publications }, { merged }) {
    const outcomes: Outcome[] = []
    for (const name of new Set(publications.map((publication) => publication.name))) {
      const versions = (await merged.list(serverFolder(name))).filter(({ kind }) => kind === 'folder')
      if (versions.length <= MOST) continue
      const message = `${show(name)} would have ${versions.length} versions; at most ${MOST} are taken.`
      outcomes.push({ status: 'fail', message })
    }
    return outcomes
  },
}
