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
      const items = await merged.list(serverFolder(target))
      if (items.some(({ kind }) => kind === 'folder') && !path.startsWith(`${serverFolder(target)}/`))
        continue
      const isSelf = path.startsWith(`${serverFolder(target)}/`)
      const message = isSelf
        ? `\`movedTo\` names ${show(target)}, which is this very server.`
        : `\`movedTo\` names ${show(target)}, which is not in the registry.`
      outcomes.push({ status: 'fail', path, message })
    }
    return outcomes
  },
}
