import type { ApiFile } from '../../../api/emit/api-file.ts'
import type { Catalog, CatalogServer } from '../../../catalog/catalog.ts'
import type { RegistryConfig } from '../../../catalog/config.ts'
import { compareBytes } from '../../../model/byte-order.ts'
import { namespaceOf } from '../../../model/server-name.ts'
import { KIND_LABELS, KINDS } from '../../kinds.ts'
import { browsePath, feedOfPublisher, feedOfServer, publisherPath, serverPath } from '../../links.ts'
import { rowOf } from '../../lists/server-row.ts'
import type { Part } from '../../reuse/parts.ts'
import { fullAddress } from '../address.ts'
import { atomFeed, type Feed } from './atom.ts'
import { capped, MAX_ENTRIES } from './capped.ts'
import { changesOf, newestFirst, type Change } from './changes.ts'
import { arrivalEntry, authorOf, changeEntry } from './feed-entries.ts'
import { feedOfKind, NEW_FEED, UPDATED_FEED } from './feed-paths.ts'

/** All feeds: new servers, changed servers, new servers of each kind, and the versions by publisher and by server. */
export function* feedFiles(
  catalog: Catalog,
  config: RegistryConfig,
  keeps: (part: Part) => boolean,
): Generator<ApiFile> {
  const newestOfEach: Change[] = []
  for (const [namespace, servers] of byNamespace(catalog.servers)) {
    const changesOfAll: Change[] = []
    for (const server of servers) {
      const changes = changesOf(server)
      newestOfEach.push(changes[0]!)
      changesOfAll.push(...changes.slice(0, MAX_ENTRIES))
      if (!keeps(server.name)) yield serverFeed(config, server, changes)
    }
    if (!keeps(namespace)) yield publisherFeed(config, namespace, changesOfAll.sort(newestFirst))
  }
  yield* arrivalFeeds(catalog, config)
  yield updatedFeed(catalog, config, newestOfEach.sort(newestFirst))
}

/** Servers stand in byte order of their names, and so those of a namespace stand together. */
function* byNamespace(servers: readonly CatalogServer[]): Generator<[string, CatalogServer[]]> {
  let group: CatalogServer[] = []
  for (const server of servers) {
    if (group[0] && namespaceOf(group[0].name) !== namespaceOf(server.name)) {
      yield [namespaceOf(group[0].name), group]
      group = []
    }
    group.push(server)
  }
  if (group[0]) yield [namespaceOf(group[0].name), group]
}

function serverFeed(config: RegistryConfig, { name }: CatalogServer, changes: readonly Change[]): ApiFile {
  return changesFile(config, feedOfServer(name), changes, {
    title: `Versions of ${name}`,
    subtitle: 'The last change of each version.',
    page: fullAddress(config, serverPath(name)),
    author: authorOf(config, namespaceOf(name)),
  })
}

function publisherFeed(config: RegistryConfig, namespace: string, changes: readonly Change[]): ApiFile {
  return changesFile(config, feedOfPublisher(namespace), changes, {
    title: `Versions by ${namespace}`,
    subtitle: 'The last change of each version of each server of this publisher.',
    page: fullAddress(config, publisherPath(namespace)),
    author: authorOf(config, namespace),
  })
}

function changesFile(
  config: RegistryConfig,
  path: string,
  changes: readonly Change[],
  about: Pick<Feed, 'title' | 'subtitle' | 'page' | 'author'>,
): ApiFile {
  const entries = changes.slice(0, MAX_ENTRIES).map((change) => changeEntry(config, change))
  return feedFile(config, path, { ...about, updatedAt: changes[0]!.at, entries })
}

/** Every kind has its feed, though nobody offers it yet: an address that was subscribed to must not go. */
function* arrivalFeeds({ servers, updatedAt }: Catalog, config: RegistryConfig): Generator<ApiFile> {
  const arrivals = servers
    .filter(({ latest }) => latest.official.status === 'active')
    .map((server) => ({ server, since: rowOf(server).since }))
    .sort((a, b) => b.since - a.since || compareBytes(a.server.name, b.server.name))
  const make = (path: string, title: string, page: string, found: typeof arrivals): ApiFile => {
    const entries = capped(found, ({ server }) => server.name).map(({ server, since }) =>
      arrivalEntry(config, server, since),
    )
    const subtitle = 'Servers by the day of their first version, at most three of each publisher.'
    return feedFile(config, path, { title, subtitle, page: fullAddress(config, page), updatedAt, entries })
  }
  yield make(NEW_FEED, `New servers of ${config.title}`, browsePath('newest', 1), arrivals)
  for (const kind of KINDS) {
    const found = arrivals.filter(({ server }) => rowOf(server).kinds.includes(kind))
    const title = `New servers of ${config.title}: ${KIND_LABELS[kind]}`
    yield make(feedOfKind(kind), title, found.length > 0 ? browsePath(kind, 1) : '/browse/', found)
  }
}

/** Deleted servers are in it: those who use one should hear of it. */
function updatedFeed({ updatedAt }: Catalog, config: RegistryConfig, changes: readonly Change[]): ApiFile {
  const entries = capped(changes, ({ entry }) => entry.name).map((change) => ({
    ...changeEntry(config, change),
    author: authorOf(config, namespaceOf(change.entry.name)),
  }))
  return feedFile(config, UPDATED_FEED, {
    title: `Changes in ${config.title}`,
    subtitle: 'Servers by their last change, at most three of each publisher.',
    page: fullAddress(config, '/'),
    updatedAt,
    entries,
  })
}

function feedFile(config: RegistryConfig, path: string, feed: Omit<Feed, 'url'>): ApiFile {
  const body = atomFeed({ ...feed, url: fullAddress(config, path) })
  return { path: path.slice(1), body, updatedAt: feed.updatedAt }
}
