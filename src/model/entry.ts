import type { ServerJson } from './server-json.ts'
import type { Moderation, Status } from './status.ts'

/**
 * What the registry itself says about a version: the official `_meta` object (lifecycle L2–L4).
 * Times are microseconds since 1970.
 */
export interface OfficialMeta {
  status: Status
  statusChangedAt: number
  statusMessage?: string
  publishedAt: number
  updatedAt: number
  isLatest: boolean
}

/** Where an entry came from, as far as the registry knows. */
export interface Provenance {
  /** The commit on the main branch that added the version; absent outside Git and for uncommitted files. */
  commit?: string
  /** The number of the pull request that the commit came from. */
  pullRequest?: number
  /** For mirrored servers: the registry that the record was taken from. */
  upstream?: string
}

/** One server version together with the registry's metadata. */
export interface Entry {
  /** The server name, `namespace/name`. */
  name: string
  version: string
  server: ServerJson
  official: OfficialMeta
  provenance: Provenance
  moderation?: Moderation
  /** The server name that took this one's place, where the publisher named one. */
  movedTo?: string
}
