import type { CatalogServer } from '../../catalog/catalog.ts'
import type { Reference } from './provenance.ts'

/** The repository whose releases are listed by themselves; absent where none are. */
export function trackedOf({
  listing,
  latest,
}: Pick<CatalogServer, 'listing' | 'latest'>): Required<Reference> | undefined {
  const repository = listing?.track?.repository
  const isOver = latest.official.status === 'deleted' || latest.provenance.upstream
  return repository && !isOver ? { text: repository, url: `https://github.com/${repository}` } : undefined
}
