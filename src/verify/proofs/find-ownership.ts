import type { Owner } from '../../catalog/catalog.ts'
import { show } from '../../validate/text/show.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import { covers } from '../earlier.ts'
import { Unreachable } from '../net/unreachable.ts'
import { accountsOf, isPerson, isSame, listed } from './accounts.ts'
import { PROOFS } from './index.ts'
import type { Ownership } from './ownership.ts'
import { kindOf } from './namespace-kind.ts'
import { policyFor } from './policy.ts'
import type { Attempt, Proof } from './proof.ts'
import { settleOwner } from './settle-owner.ts'
import { unsignedFile } from './unsigned-file.ts'
import type { NamespaceOwner } from '../verdict.ts'

/** What these say, they say without asking anybody. */
const WITHOUT_NETWORK: readonly Proof['kind'][] = ['policy', 'maintainer', 'author', 'repository']
const OF_DOMAINS: readonly Proof['kind'][] = ['dns', 'http']
/** Decisions of this registry itself, which no list of accepted proofs takes back. */
const DECIDED_HERE: readonly Proof['kind'][] = ['policy', 'maintainer']

/**
 * Finds out whether the publisher may speak for a namespace: tries the proofs that the policy accepts, until one
 * succeeds that does not contradict owner.json at the base. What cannot be asked is told, not thrown.
 *
 * @throws RegistryError R114 where owner.json cannot be read
 */
export async function findOwnership(
  namespace: string,
  change: Change,
  context: Context,
  proofs: readonly Proof[] = PROOFS,
): Promise<Ownership> {
  const record = await context.ownerOf(namespace)
  const tried: Tried[] = []
  let otherOwner: Pick<Ownership, 'proof' | 'owner' | 'pinnedTo'> = {}
  for (const proof of accepted(proofs, namespace, context)) {
    const said = await tryProof(proof, namespace, change, context, record)
    if (!said) continue
    tried.push({ proof, ...said })
    if (!said.attempt?.proved) continue
    const settled = settleOwner(namespace, record, proof, said.attempt, context)
    if (!settled.pinnedTo) return { namespace, proof, tried, ...settled }
    if (!otherOwner.proof) otherOwner = { proof, ...settled }
  }
  return { namespace, tried, ...otherOwner }
}

type Tried = Ownership['tried'][number]

/**
 * The proofs that the policy accepts and that have to do with this kind of namespace. What the registry proposes itself
 * came from strangers, so nothing that speaks for its bots speaks for that (security A11).
 */
function accepted(
  proofs: readonly Proof[],
  namespace: string,
  { policy, publisher }: Context,
): readonly Proof[] {
  const { kind: owner } = kindOf(namespace)
  const listed = policyFor(namespace, policy)?.proofs
  const isListed = ({ kind }: Proof): boolean => listed?.includes(kind) ?? true
  const own = proofs.filter(({ concerns }) => concerns?.(publisher))
  if (own.length > 0) return own.filter(isListed)
  return proofs.filter((proof) => {
    const { kind, concerns } = proof
    if (DECIDED_HERE.includes(kind)) return true
    return !concerns && isListed(proof) && owner === (OF_DOMAINS.includes(kind) ? 'domain' : 'account')
  })
}

async function tryProof(
  proof: Proof,
  namespace: string,
  change: Change,
  context: Context,
  record: Owner | undefined,
): Promise<Omit<Tried, 'proof'> | undefined> {
  if (context.offline && !WITHOUT_NETWORK.includes(proof.kind)) {
    const attempt = byRecord(proof, context, record)
    return attempt ? { attempt } : { skipped: 'It was not asked, since it needs the network.' }
  }
  try {
    if (proof.network && context.earlier) return await recall(proof, namespace, change, context)
    const attempt = await proof.attempt(namespace, change, context)
    return attempt && { attempt }
  } catch (error) {
    if (error instanceof Unreachable) return { unreachable: error.message }
    throw error
  }
}

/** Offline, whom owner.json names is believed to have the same proof still. */
function byRecord(
  { kind }: Proof,
  context: Context,
  { proof, id, login = '' }: Partial<Owner> = {},
): Attempt | undefined {
  const { publisher } = context
  const names = proof === kind && (id !== undefined || login !== '')
  if (!names || !isPerson(publisher) || !isSame({ id, login }, publisher, context)) return undefined
  const account = { ...(id !== undefined && { id }), login: publisher.login, type: 'User' as const }
  return { proved: true, account, saw: `owner.json names ${show(publisher.login)}.` }
}

const ALONE = 'Leave it out of this pull request.'

/** Whether what was shown is a signature, which anybody can have brought along, and not the publisher's own account. */
function isSignature({ proof, account }: NonNullable<NamespaceOwner['shown']>): boolean {
  return proof === 'sigstore' || account === undefined
}

/** What an earlier verdict on the same commit saw of third parties. It says nothing about GitHub, which is asked again. */
async function recall(
  { kind }: Proof,
  namespace: string,
  change: Change,
  context: Context,
): Promise<Omit<Tried, 'proof'>> {
  const { earlier } = context
  const shown = earlier?.owners?.find((owned) => owned.namespace === namespace)?.shown
  if (shown?.proof !== kind || !covers(earlier!, change)) {
    return {
      unreachable: 'It was not asked when the pull request was checked, and is not asked when it is merged.',
    }
  }
  const rider = isSignature(shown) ? unsignedFile(namespace, change) : undefined
  if (rider !== undefined) return { attempt: { proved: false, saw: rider, fix: ALONE } }
  const { account, others } = shown
  const accounts = await accountsOf(namespace, context)
  const isGone = account && accounts && !listed(accounts).some((known) => isSame(known, account, context))
  if (isGone) return { unreachable: 'The account that it showed has another name now.' }
  return {
    attempt: {
      proved: true,
      ...(account && { account }),
      ...(others && { others }),
      saw: 'It was seen when the pull request was checked.',
    },
  }
}
