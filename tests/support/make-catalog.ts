import type { Catalog } from '../../src/catalog/catalog.ts'
import type { RegistryConfig } from '../../src/catalog/config.ts'
import { DEFAULT_POLICY } from '../../src/catalog/policy.ts'
import { compareBytes } from '../../src/model/byte-order.ts'
import type { Entry } from '../../src/model/entry.ts'
import { latestOf } from '../../src/model/latest.ts'
import type { Status } from '../../src/model/status.ts'

export const TEST_CONFIG: RegistryConfig = {
  title: 'Test registry',
  description: 'For tests.',
  url: 'https://registry.example/',
  base: '/',
  metaKey: 'example.registry/registry',
  profile: 'tree',
  featured: [],
  sync: { versions: 'all' },
  policy: DEFAULT_POLICY,
}

export interface EntrySketch {
  name: string
  version: string
  status?: Status
  /** Seconds since 1970. */
  publishedAt: number
  updatedAt?: number
}

/** A catalog with just what the API looks at: names, versions, times and statuses. */
export function makeCatalog(sketches: readonly EntrySketch[]): Catalog {
  const byName = Map.groupBy(sketches, ({ name }) => name)
  const servers = [...byName]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([name, versions]) => {
      const published = versions
        .toSorted((a, b) => a.publishedAt - b.publishedAt)
        .map((sketch) => ({ ...sketch, deleted: sketch.status === 'deleted' }))
      const top = latestOf(published)!
      const entries = versions
        .map((sketch) => makeEntry(sketch, sketch.version === top.version))
        .sort((a, b) => compareBytes(a.version, b.version))
      return { name, entries, latest: entries.find(({ version }) => version === top.version)! }
    })
  const updatedAt = Math.max(
    0,
    ...servers.flatMap(({ entries }) => entries.map(({ official }) => official.updatedAt)),
  )
  return { servers, updatedAt }
}

function makeEntry(
  { name, version, status = 'active', publishedAt, updatedAt = publishedAt }: EntrySketch,
  isLatest: boolean,
): Entry {
  return {
    name,
    version,
    server: { $schema: '', name, description: `Describes ${name} <${version}> & more`, version },
    official: {
      status,
      statusChangedAt: publishedAt * 1e6,
      publishedAt: publishedAt * 1e6,
      updatedAt: updatedAt * 1e6,
      isLatest,
    },
    provenance: {},
  }
}
