import type { Entry } from '../model/entry.ts'
import { OFFICIAL_META } from '../model/server-json.ts'
import { formatTimestamp } from '../model/timestamp.ts'
import { toJson } from './json.ts'

/** One entry in the form in which it is stored and sent: its response document, with the facts that queries look at. */
export interface ApiRecord {
  name: string
  version: string
  /** Microseconds since 1970. */
  publishedAt: number
  updatedAt: number
  isLatest: boolean
  deleted: boolean
  /** The response document as UTF-8 JSON with a line break at its end. */
  line: Uint8Array
}

/**
 * Makes the response document of an entry (official API, body shapes: `Entry`).
 *
 * @param metaKey the key of this registry's own facts in `_meta`
 */
export function recordOf(entry: Entry, metaKey: string): ApiRecord {
  const { name, version, official } = entry
  return {
    name,
    version,
    publishedAt: official.publishedAt,
    updatedAt: official.updatedAt,
    isLatest: official.isLatest,
    deleted: official.status === 'deleted',
    line: Buffer.from(`${toJson(responseOf(entry, metaKey))}\n`),
  }
}

/** The newest change of any of the records, microseconds since 1970. */
export function newestUpdate(records: readonly ApiRecord[]): number {
  return records.reduce((newest, { updatedAt }) => Math.max(newest, updatedAt), 0)
}

function responseOf({ server, official, provenance, movedTo, moderation }: Entry, metaKey: string): object {
  const { reason, case: moderationCase } = moderation ?? {}
  const own = {
    ...provenance,
    ...(movedTo && { movedTo }),
    ...(moderation && { moderation: { reason, ...(moderationCase && { case: moderationCase }) } }),
  }
  const publishedAt = formatTimestamp(official.publishedAt)
  // Most versions never change again, and a million timestamps take a while to write.
  const format = (time: number): string =>
    time === official.publishedAt ? publishedAt : formatTimestamp(time)
  return {
    server,
    _meta: {
      [OFFICIAL_META]: {
        status: official.status,
        statusChangedAt: format(official.statusChangedAt),
        ...(official.statusMessage && { statusMessage: official.statusMessage }),
        publishedAt,
        updatedAt: format(official.updatedAt),
        isLatest: official.isLatest,
      },
      ...(Object.keys(own).length > 0 && { [metaKey]: own }),
    },
  }
}
