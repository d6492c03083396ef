import type { CatalogServer } from '../../catalog/catalog.ts'
import { trackingOf } from '../../catalog/tracking.ts'
import type { Reference } from './provenance.ts'

/** The repository whose releases are listed by themselves; absent where none are. */
export function trackedOf(
  server: Pick<CatalogServer, 'listing' | 'latest'>,
): Required<Reference> | undefined {
  const repository = trackingOf(server)?.repository
  return repository === undefined ? undefined : { text: repository, url: `https://github.com/${repository}` }
}
