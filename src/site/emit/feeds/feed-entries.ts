import type { CatalogServer } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { namespaceOf } from '../../../model/server-name.ts'
import { kindsOf } from '../../kinds.ts'
import { apiFilePath, apiPath, publisherPath, serverPath } from '../../links.ts'
import { factsOf } from '../../server/facts.ts'
import { fullAddress } from '../address.ts'
import type { Author, FeedEntry } from './atom.ts'
import type { Change } from './changes.ts'
import { describeChange, sentences } from './change-words.ts'

/** A namespace as the author of what is published under it. */
export function authorOf(config: RegistryConfig, namespace: string): Author {
  return { name: namespace, url: fullAddress(config, publisherPath(namespace)) }
}

/** A server that came to the registry, as it is now. */
export function arrivalEntry(
  config: RegistryConfig,
  { name, latest }: CatalogServer,
  since: number,
): FeedEntry {
  const page = fullAddress(config, serverPath(name))
  const { server } = latest
  return {
    id: page,
    title: server.title ? `${server.title} (${name})` : name,
    summary: sentences([server.description, ...factsOf(server)]),
    page,
    json: fullAddress(config, apiPath(name)),
    publishedAt: since,
    updatedAt: since,
    author: authorOf(config, namespaceOf(name)),
    categories: kindsOf(server),
  }
}

/** A change of one version. The version is in the identity: its next change is news about the same entry. */
export function changeEntry(config: RegistryConfig, change: Change): FeedEntry {
  const { entry, at } = change
  const { name, version, server, official } = entry
  const page = fullAddress(config, serverPath(name))
  const isDeleted = official.status === 'deleted'
  return {
    id: `${page}#${encodeURIComponent(version)}`,
    title: `${name} ${version}${official.status === 'active' ? '' : ` (${official.status})`}`,
    summary: describeChange(change),
    page,
    ...(!isDeleted && { json: fullAddress(config, apiFilePath(name, version)) }),
    publishedAt: official.publishedAt,
    updatedAt: at,
    categories: isDeleted ? [] : kindsOf(server),
  }
}
