import { namespaceOf } from '../../model/server-name.ts'
import type { CatalogServer } from '../../catalog/catalog.ts'
import { arrivalOf } from './arrival.ts'
import { bannerOf } from './banner.ts'
import { downgradeOf } from './downgrade.ts'
import { evidenceOf } from './evidence.ts'
import { factsOf } from './facts.ts'
import { jsonHtml } from './json-html.ts'
import { listingHtml } from './listing-html.ts'
import { ownershipOf } from './provenance.ts'
import { kindsOf } from '../kinds.ts'
import { safeText } from '../text/safe-text.ts'
import { linksOf } from './server-links.ts'
import { trackedOf } from './tracked.ts'
import { versionsOf } from './version-list.ts'

/** Everything that a server's page shows, made from the catalog and ready to be put into the page. */
export function serverPage(server: CatalogServer, repository: string | undefined) {
  const { name, latest, listing, owner } = server
  const namespace = namespaceOf(name)
  const about = listing?.body && listingHtml(listing.body)
  const title = latest.server.title && safeText(latest.server.title)
  return {
    name,
    namespace,
    shortName: name.slice(namespace.length + 1),
    ...(title && { title }),
    description: safeText(latest.server.description),
    version: safeText(latest.version),
    publishedAt: latest.official.publishedAt,
    isDeleted: latest.official.status === 'deleted',
    banner: bannerOf(latest),
    kinds: kindsOf(latest.server),
    facts: factsOf(latest.server),
    ...(about && { about }),
    versions: versionsOf(server),
    links: linksOf(latest.server, listing),
    ownership: ownershipOf(owner),
    arrival: arrivalOf(latest, repository),
    evidence: evidenceOf(latest),
    downgrade: downgradeOf(server),
    tracked: trackedOf(server),
    json: jsonHtml(latest.server),
  }
}
