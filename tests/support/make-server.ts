import type { Catalog, CatalogServer } from '../../src/catalog/catalog.ts'
import { compareBytes } from '../../src/model/byte-order.ts'
import type { Entry, OfficialMeta } from '../../src/model/entry.ts'
import type { ServerJson } from '../../src/model/server-json.ts'

export const DAY = 86_400_000_000
/** 1 Nov 2026, in microseconds. */
export const BEGIN = Date.UTC(2026, 10, 1) * 1000

/** A version with everything that a test does not care about filled in. */
export interface VersionSketch extends Partial<Omit<Entry, 'official' | 'server'>> {
  /** Days after `BEGIN`. */
  day?: number
  server?: Partial<ServerJson>
  official?: Partial<OfficialMeta>
}

/** A server with versions 1, 2, 3, … of which the last is the latest, unless a sketch says otherwise. */
export function makeServer(
  name: string,
  versions: readonly VersionSketch[] = [{}],
  more: Partial<Pick<CatalogServer, 'owner' | 'listing'>> = {},
): CatalogServer {
  const entries = versions.map((sketch, index): Entry => {
    const { day = index, server, official, version = `${index + 1}.0.0`, ...rest } = sketch
    const at = BEGIN + day * DAY
    return {
      name,
      version,
      server: { name, description: `Describes ${name}.`, version, ...server },
      official: {
        status: 'active',
        statusChangedAt: at,
        publishedAt: at,
        updatedAt: at,
        isLatest: index === versions.length - 1,
        ...official,
      },
      provenance: {},
      ...rest,
    }
  })
  const latest = entries.find(({ official }) => official.isLatest)!
  return { name, entries: entries.toSorted((a, b) => compareBytes(a.version, b.version)), latest, ...more }
}

export function catalogOf(servers: readonly CatalogServer[]): Catalog {
  const times = servers.flatMap(({ entries }) => entries.map(({ official }) => official.updatedAt))
  return {
    servers: servers.toSorted((a, b) => compareBytes(a.name, b.name)),
    updatedAt: Math.max(0, ...times),
  }
}
