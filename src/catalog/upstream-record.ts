import type { Status } from '../model/status.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { Layer, StateChange } from './timeline.ts'

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

/** What an upstream's record means for the timeline of a version: it was active until its status changed. */
export function upstreamLayer(record: UpstreamVersion): Layer {
  const publishedAt = parseTimestamp(record.publishedAt)!
  const at = Math.max(publishedAt, statusTime(record))
  const state = { status: record.status, ...(record.statusMessage && { message: record.statusMessage }) }
  const changes: StateChange[] = at > publishedAt ? [{ at: publishedAt, state: { status: 'active' } }] : []
  return { changes: [...changes, { at, state }] }
}

/** Old records do not say when their status changed; one that is not active changed with its last update. */
function statusTime({ status, statusChangedAt, publishedAt, updatedAt }: UpstreamVersion): number {
  return parseTimestamp(statusChangedAt ?? (status === 'active' ? publishedAt : updatedAt))!
}
