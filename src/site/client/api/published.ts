import { OFFICIAL_META, type ServerJson } from '../../../model/server-json.ts'
import { isStatus, type Status } from '../../../model/status.ts'
import { parseTimestamp } from '../../../model/timestamp.ts'

/** A version as the API tells of it. Times are microseconds since 1970. */
export interface Published {
  server: ServerJson
  status: Status
  statusMessage?: string
  statusChangedAt: number
  publishedAt: number
  isLatest: boolean
  /** What this registry says about it under its own key of `_meta`. */
  own: Record<string, unknown>
}

/**
 * Reads a response document of the API; `undefined` where it is none. A host may answer anything with 200: a page for
 * people, the document of a folder, or that of somebody else.
 *
 * @param metaKey the key of the registry's own facts in `_meta`
 */
export function readPublished(document: unknown, name: string, metaKey = ''): Published | undefined {
  const { server, _meta: meta } = fieldsOf(document)
  if (!isServerDocument(server) || server.name !== name) return undefined
  const { [OFFICIAL_META]: official, [metaKey]: own } = fieldsOf(meta)
  const { status, statusMessage, statusChangedAt, publishedAt, isLatest } = fieldsOf(official)
  const published = timeOf(publishedAt)
  if (!isStatus(status) || published === undefined) return undefined
  return {
    server,
    status,
    ...(typeof statusMessage === 'string' && { statusMessage }),
    statusChangedAt: timeOf(statusChangedAt) ?? published,
    publishedAt: published,
    isLatest: isLatest === true,
    own: fieldsOf(own),
  }
}

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function timeOf(value: unknown): number | undefined {
  return typeof value === 'string' ? parseTimestamp(value) : undefined
}

/** Entries have passed the gate, so that a document with these fields is one of them. */
function isServerDocument(value: unknown): value is ServerJson {
  const { name, version, description } = fieldsOf(value)
  return [name, version, description].every((field) => typeof field === 'string')
}
