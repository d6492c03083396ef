import { showList } from '../../validate/text/show.ts'
import { claimedNamespaces, MOST_CLAIMED, movesIn } from '../change/moves.ts'
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
    const claimed = claimedNamespaces(change)
    const isMove = movesIn(change).some(
      ({ namespace, targetNamespace }) =>
        namespace !== targetNamespace && namespaces.includes(targetNamespace),
    )
    if (claimed.length <= MOST_CLAIMED && (namespaces.length < 2 || isMove)) return []
    const shown = showList(claimed.slice(0, 5), 'and')
    return [{ status: 'fail', message: `The pull request is about more than one namespace: ${shown}.` }]
  },
}
