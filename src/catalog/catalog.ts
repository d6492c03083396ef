import type { Entry } from '../model/entry.ts'

/** All entries of a registry. */
export interface Catalog {
  /** By server name, in byte order. */
  servers: CatalogServer[]
  /** The commit that the catalog was read from; absent outside Git. */
  commit?: string
  /** The newest `updatedAt` of all entries in microseconds; 0 for an empty registry. */
  updatedAt: number
}

/** One server with all its versions. */
export interface CatalogServer {
  /** The server name, `namespace/name`. */
  name: string
  /** By version, in byte order. Never empty. */
  entries: Entry[]
  latest: Entry
  /** The publisher's own page, from listing.md. */
  listing?: Listing
  /** The account that owns the namespace, from owner.json. */
  owner?: Owner
}

export interface Listing {
  links?: Record<string, string>
  /** The repository whose releases list themselves; `tag` has `{version}` in it. */
  track?: { repository: string; path?: string; tag?: string; prereleases?: boolean }
  /** Markdown written by the publisher: hostile until rendered safely. */
  body?: string
}

export interface Owner {
  id?: number
  login?: string
  type?: 'User' | 'Organization'
  /** Ids of further accounts that a domain named at the same time. */
  others?: number[]
  proof: string
  since: string
}

export function entriesOf(catalog: Catalog): Entry[] {
  return catalog.servers.flatMap(({ entries }) => entries)
}
