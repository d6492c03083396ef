import type { Owner } from '../../catalog/catalog.ts'
import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { Ownership } from '../proofs/ownership.ts'
import type { GateRule, Outcome } from '../rule.ts'
import type { NamespaceOwner } from '../verdict.ts'

/** Security D1: a login, a domain or an organisation can change hands, and whoever has it now is somebody else. */
export const OWNER_CHANGE: GateRule = {
  code: 'R302',
  title: 'The namespace is recorded for somebody else',
  passed: 'Nobody else is recorded as the owner.',
  why: 'Logins and domains change hands. People who installed a server trusted whoever had the namespace then.',
  fix: 'A maintainer has to approve of this commit. What the recorded owner speaks for as well needs nobody.',
  example: '`io.github.alice` is recorded for the account 42, and the account 583231 is called `alice` now',
  async check(_change, { ownership, policy }) {
    return (await ownership()).flatMap((owned) => outcomesFor(owned, policy.ownerChangeDays))
  },
}

function outcomesFor({ namespace, owner, pinnedTo }: Ownership, days: number): Outcome[] {
  if (!owner) return []
  if (!pinnedTo) return renamedOutcomes(namespace, owner)
  const wait = days > 0 ? `, and it is merged ${count(days, 'day')} after that` : ''
  return [
    {
      status: 'hold',
      message: `${show(namespace)} is recorded for ${nameOf(pinnedTo.owner)} since ${show(pinnedTo.owner.since.slice(0, 10))}, and this pull request shows that it belongs to ${nameOf(owner.owner)} now.`,
      fix: `A maintainer has to approve of this commit${wait}. Nobody has to where the recorded owner opens the pull request.`,
    },
  ]
}

/** The same account under another login is worth a remark, and no more. */
function renamedOutcomes(namespace: string, { owner: { id, login }, shown }: NamespaceOwner): Outcome[] {
  const now = shown?.account
  if (id === undefined || login === undefined || now?.id !== id) return []
  if (now.login.toLowerCase() === login.toLowerCase()) return []
  const message = `The account ${show(String(id))}, which owns ${show(namespace)}, is called ${show(now.login)} now.`
  return [{ status: 'pass', message }]
}

function nameOf({ id, login, proof }: Owner): string {
  if (id !== undefined)
    return `the account ${show(String(id))}${login === undefined ? '' : ` (${show(login)})`}`
  if (login !== undefined) return show(login)
  return proof === 'policy' ? 'those whom the settings of this registry name' : 'the domain itself'
}
