import type { Owner } from '../../catalog/catalog.ts'
import type { Provenance } from '../../model/entry.ts'
import { parseTimestamp } from '../../model/timestamp.ts'
import { formatDay } from '../text/dates.ts'
import { hostOf, safeText, safeUrl } from '../text/safe-text.ts'
import { proofWords } from './proof-words.ts'

/** A piece of text that may be a link. */
export interface Reference {
  text: string
  url?: string
}

/** Sentences of words and links. */
export type Phrase = readonly (string | Reference)[]

/** The commit, the pull request and the upstream registry that an entry came from. */
export function originsOf(
  provenance: Provenance,
  repository: string | undefined,
): { term: string; reference: Reference }[] {
  const { pullRequest, commit, upstream } = referencesOf(provenance, repository)
  return [
    ...(pullRequest ? [{ term: 'Pull request', reference: pullRequest }] : []),
    ...(commit ? [{ term: 'Commit', reference: commit }] : []),
    ...(upstream ? [{ term: 'Mirrored from', reference: upstream }] : []),
  ]
}

/** The same one by one. They are links where it is known which repository on GitHub they are in. */
export function referencesOf(
  { commit, pullRequest, upstream }: Provenance,
  repository: string | undefined,
): { pullRequest?: Reference; commit?: Reference; upstream?: Reference } {
  const at = (path: string) => (repository ? { url: `https://github.com/${repository}/${path}` } : {})
  return {
    ...(pullRequest && { pullRequest: { text: `#${pullRequest}`, ...at(`pull/${pullRequest}`) } }),
    ...(commit && { commit: { text: commit.slice(0, 7), ...at(`commit/${commit}`) } }),
    ...(upstream && { upstream: upstreamReference(upstream) }),
  }
}

function upstreamReference(upstream: string): Reference {
  const url = safeUrl(upstream)
  return url ? { text: hostOf(url), url } : { text: safeText(upstream) }
}

/** A GitHub account. A bot has no page by its login. */
export function accountReference(login: string): Reference {
  return { text: login, ...(/^[\w-]+$/.test(login) && { url: `https://github.com/${login}` }) }
}

/** Who owns a namespace and how the registry knows. */
export interface Ownership {
  account?: Reference
  proof: string
  /** The kind of the proof, where the site has a text about it. */
  kind?: string
  since?: string
}

export function ownershipOf(owner: Owner | undefined): Ownership | undefined {
  if (!owner) return undefined
  const since = parseTimestamp(owner.since)
  const words = proofWords(owner.proof)
  return {
    ...(owner.login && { account: accountReference(owner.login) }),
    proof: words?.ownership ?? '',
    ...(words && { kind: owner.proof }),
    ...(since !== undefined && { since: formatDay(since) }),
  }
}

export function ownerPhrase({ account, proof, since }: Ownership): Phrase {
  const owner: Phrase = account
    ? ['Owned by the GitHub account ', account, '.']
    : ['Ownership of the namespace was proved.']
  return [...owner, proof && ` ${proof}`, since ? ` First checked on ${since}.` : '']
}
