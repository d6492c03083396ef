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

/** A GitHub account. A login can change hands; an id cannot. */
export interface Account {
  login: string
  id?: number
}

/** What the gate saw of a package when it checked it. */
export interface PackageEvidence {
  /** Such as `npm @acme/weather@1.2.0`; for a file of PyPI with the file's name behind it. */
  package: string
  kind: 'integrity' | 'digest' | 'sha256'
  value: string
}

/** What the gate wrote down when it merged a publication. */
export interface GateRecord {
  /** The account that opened the pull request. */
  publisher?: Account
  /** How ownership of the namespace was shown: one of the kinds that owner.json knows. */
  proof?: string
  /** Who lifted a hold, where there was one. */
  approval?: Account
  /** Of this version's packages. */
  evidence?: PackageEvidence[]
}

/** Where an entry came from, as far as the registry knows. */
export interface Provenance extends GateRecord {
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
