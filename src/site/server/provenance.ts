import type { Owner } from '../../catalog/catalog.ts'
import type { Provenance } from '../../model/entry.ts'
import { parseTimestamp } from '../../model/timestamp.ts'
import { formatDay } from '../text/dates.ts'
import { hostOf, safeText, safeUrl } from '../text/safe-text.ts'

/** A piece of text that may be a link. */
export interface Reference {
  text: string
  url?: string
}

/** The commit, the pull request and the upstream registry that an entry came from. */
export function originsOf(
  { commit, pullRequest, upstream }: Provenance,
  repository: string | undefined,
): { term: string; reference: Reference }[] {
  const at = (path: string) => (repository ? { url: `https://github.com/${repository}/${path}` } : {})
  return [
    ...(pullRequest
      ? [{ term: 'Pull request', reference: { text: `#${pullRequest}`, ...at(`pull/${pullRequest}`) } }]
      : []),
    ...(commit
      ? [{ term: 'Commit', reference: { text: commit.slice(0, 7), ...at(`commit/${commit}`) } }]
      : []),
    ...(upstream ? [{ term: 'Mirrored from', reference: upstreamReference(upstream) }] : []),
  ]
}

function upstreamReference(upstream: string): Reference {
  const url = safeUrl(upstream)
  return url ? { text: hostOf(url), url } : { text: safeText(upstream) }
}

const PROOFS: Readonly<Record<string, string>> = {
  author: 'The pull request came from that account.',
  repository: 'The pull request came from a repository of that account.',
  member: 'The pull request came from a member of that organization.',
  claim: 'The account confirmed the publisher in a public file.',
  dns: 'A DNS record of the domain names the publisher, or holds the key that signed the entry.',
  http: 'A file on the domain names the publisher, or holds the key that signed the entry.',
  sigstore: 'A build on GitHub signed the entry for that account.',
  policy: 'The policy of this registry gives it the namespace.',
  maintainer: 'A maintainer of this registry checked it.',
}

/** Who owns a namespace and how the registry knows. */
export interface Ownership {
  account?: Reference
  proof: string
  since?: string
}

export function ownershipOf(owner: Owner | undefined): Ownership | undefined {
  if (!owner) return undefined
  const since = parseTimestamp(owner.since)
  return {
    ...(owner.login && { account: { text: owner.login, url: `https://github.com/${owner.login}` } }),
    proof: PROOFS[owner.proof] ?? '',
    ...(since !== undefined && { since: formatDay(since) }),
  }
}
