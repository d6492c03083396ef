import { showList } from '../../validate/text/show.ts'
import { movesIn } from '../change/moves.ts'
import type { GateRule } from '../rule.ts'

export const ONE_NAMESPACE: GateRule = {
  code: 'R125',
  title: 'More than one namespace is changed',
  passed: 'One namespace is changed, or a server moves between two.',
  why: 'A pull request is merged whole or not at all, and one owner’s trouble should not hold up another’s.',
  fix: 'Open one pull request for each namespace. A move between two of your own is one: `movedTo` in the old server’s `status.md`, and the new server.',
  example: 'A new version of io.github.alice/weather and one of com.acme/search',
  check(change) {
    const { namespaces } = change
    if (namespaces.length < 2) return []
    const isMove =
      namespaces.length === 2 &&
      movesIn(change).some(
        (move) => move.namespace !== move.targetNamespace && namespaces.includes(move.targetNamespace),
      )
    if (isMove) return []
    return [
      { status: 'fail', message: `Files of ${showList(namespaces, 'and')} are changed in one pull request.` },
    ]
  },
}
