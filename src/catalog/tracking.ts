import type { CatalogServer, Listing } from './catalog.ts'

/**
 * What a server's listing.md says about releases that list themselves; `undefined` where it says nothing, and for what is
 * withdrawn as a whole or mirrored, which is not continued.
 */
export function trackingOf({
  listing,
  latest,
}: Pick<CatalogServer, 'listing' | 'latest'>): Listing['track'] | undefined {
  const isOver = latest.official.status === 'deleted' || latest.provenance.upstream
  return isOver ? undefined : listing?.track
}
