import type { CatalogServer } from '../../catalog/catalog.ts'

/** Who stands behind an entry, where it is not an account or a domain that proved to own the namespace. */
export const TRUST_EXCEPTIONS = ['mirrored', 'unproven'] as const

export type TrustException = (typeof TRUST_EXCEPTIONS)[number]

/** `undefined` for the rule: the owner proved to be it. */
export function trustException({ owner, latest }: CatalogServer): TrustException | undefined {
  if (latest.provenance.upstream) return 'mirrored'
  return owner ? undefined : 'unproven'
}
