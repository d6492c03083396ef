import type { Owner } from '../../catalog/catalog.ts'
import type { Context } from '../context.ts'
import type { NamespaceOwner } from '../verdict.ts'
import { isPerson, isSame } from './accounts.ts'
import type { Attempt, Proof } from './proof.ts'

type Proved = Extract<Attempt, { proved: true }>

export interface Settled {
  owner: NamespaceOwner
  /** Set where owner.json names somebody else. */
  pinnedTo?: NamespaceOwner
}

/** Compares a proof that succeeded with owner.json at the base: by id, never by login (security D1). */
export function settleOwner(
  namespace: string,
  record: Owner | undefined,
  { kind }: Pick<Proof, 'kind'>,
  attempt: Proved,
  context: Context,
): Settled {
  const { account, others } = attempt
  const shown = { proof: kind, ...(account && { account }), ...(others && { others }) }
  const recorded = record && { namespace, owner: record, record: 'recorded' as const }
  if (recorded && isStillTheirs(record, kind, attempt, context)) {
    return { owner: { ...recorded, shown } }
  }
  const people = account && others && { others: others.map(({ id }) => id) }
  const owner = { ...account, ...people, proof: kind, since: secondsOf(context.now) }
  return recorded
    ? { owner: { namespace, owner, record: 'changed', shown }, pinnedTo: recorded }
    : { owner: { namespace, owner, record: 'new', shown } }
}

/**
 * Whether a proof is as good as the record: it is of one of the accounts that are recorded. What else a domain names now
 * is written by whoever holds it now, and shows nothing (security D9).
 */
function isStillTheirs(record: Owner, kind: Proof['kind'], { account }: Proved, context: Context): boolean {
  if (kind === 'policy') return true
  const isDomain = kind === 'dns' || kind === 'http'
  // Nobody in particular is recorded: the domain itself owns the namespace.
  if (record.id === undefined && isDomain) return true
  const { publisher } = context
  // Who signs with the domain's key is nobody in particular, but for who opens the pull request.
  const signer = isDomain && isPerson(publisher) ? publisher : undefined
  const { id, login = '', others = [] } = record
  const shown = account ?? signer
  if (!shown) return false
  return isSame({ id, login }, shown, context) || (shown.id !== undefined && others.includes(shown.id))
}

/** RFC 3339 in UTC, to the second. */
function secondsOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
