import { serverFolder } from '../../model/tree-path.ts'
import { show } from '../../validate/text/show.ts'
import { movesIn } from '../change/moves.ts'
import type { GateRule, Outcome } from '../rule.ts'

export const MOVED_TO: GateRule = {
  code: 'R130',
  title: 'movedTo names a server that does not exist',
  passed: 'Every `movedTo` names a server that exists.',
  why: 'Clients and the site send people to the server that is named.',
  fix: 'Publish the new server first, or in the same pull request, and name it letter for letter.',
  example: 'movedTo: io.github.alice/wether',
  async check(change, { merged }) {
    const outcomes: Outcome[] = []
    for (const { path, target } of movesIn(change)) {
      const folder = serverFolder(target)
      const isSelf = path.startsWith(`${folder}/`)
      const exists = (await merged.list(folder)).some(({ kind }) => kind === 'folder')
      if (exists && !isSelf) continue
      const message = isSelf
        ? `\`movedTo\` names ${show(target)}, which is this very server.`
        : `\`movedTo\` names ${show(target)}, which is not in the registry.`
      outcomes.push({ status: 'fail', path, message })
    }
    return outcomes
  },
}
