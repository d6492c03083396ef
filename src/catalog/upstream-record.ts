import type { Status } from '../model/status.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { Layer, State, StateChange } from './timeline.ts'

/** The content of an upstream.json. */
export interface UpstreamRecord {
  /** Base address of the registry that the server was mirrored from. */
  source: string
  versions: Record<string, UpstreamVersion>
}

/** The other registry's official metadata of one version; timestamps as that registry wrote them. */
export interface UpstreamVersion {
  status: Status
  statusChangedAt?: string
  statusMessage?: string
  publishedAt: string
  updatedAt: string
}

/** The record of one version; a version may be called like something that every object has. */
export function recordOf(record: UpstreamRecord | undefined, version: string): UpstreamVersion | undefined {
  return record && Object.hasOwn(record.versions, version) ? record.versions[version] : undefined
}

/**
 * What an upstream's record means for the timeline of a version: it was active until its status changed, and one that
 * became active again was deprecated before. Records come before anything that this registry's own history says.
 */
export function upstreamLayer(record: UpstreamVersion): Layer {
  const publishedAt = parseTimestamp(record.publishedAt)!
  const at = statusTime(record)
  const state: State = {
    status: record.status,
    ...(record.statusMessage && { message: record.statusMessage }),
  }
  const before: State = { status: record.status === 'active' ? 'deprecated' : 'active' }
  const changes: StateChange[] =
    at > publishedAt ? [{ at: publishedAt, order: -Infinity, state: before }] : []
  return { changes: [...changes, { at, order: -Infinity, state }] }
}

/** Old records do not say when their status changed; one that is not active changed with its last update. */
function statusTime({ status, statusChangedAt, publishedAt, updatedAt }: UpstreamVersion): number {
  return parseTimestamp(statusChangedAt ?? (status === 'active' ? publishedAt : updatedAt))!
}
