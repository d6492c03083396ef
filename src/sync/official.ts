import type { UpstreamVersion } from '../catalog/upstream-record.ts'
import { isStatus } from '../model/status.ts'
import { formatTimestamp, parseTimestamp } from '../model/timestamp.ts'
import { show } from '../validate/text/show.ts'

/** The other registry's official metadata, timestamps in one form: UTC, at most microseconds. */
export type Official = UpstreamVersion

/**
 * Reads the official metadata of a record. What is absent stays absent as far as it can: records of September 2025 have
 * no status, some registries give one timestamp only, and foreign ones give none at all.
 *
 * @returns `undefined` where there is no metadata with a time in it; a sentence where it cannot be read
 */
export function readOfficial(meta: unknown): Official | string | undefined {
  if (typeof meta !== 'object' || meta === null) return undefined
  const { status = 'active', statusMessage, ...times } = meta as Record<string, unknown>
  if (!isStatus(status))
    return `The status ${show(status)} is none of \`active\`, \`deprecated\`, \`deleted\`.`
  const read: Partial<Record<'publishedAt' | 'updatedAt' | 'statusChangedAt', string>> = {}
  for (const key of ['publishedAt', 'updatedAt', 'statusChangedAt'] as const) {
    if (times[key] === undefined || times[key] === null) continue
    const time = normalise(times[key])
    if (time === undefined) return `\`${key}\` is not an RFC 3339 timestamp: ${show(times[key])}.`
    read[key] = time
  }
  const publishedAt = read.publishedAt ?? read.updatedAt
  if (publishedAt === undefined) return undefined
  const message = status !== 'active' && typeof statusMessage === 'string' && statusMessage
  return {
    status,
    ...(read.statusChangedAt && { statusChangedAt: read.statusChangedAt }),
    ...(message && { statusMessage: message }),
    publishedAt,
    updatedAt: read.updatedAt ?? publishedAt,
  }
}

function normalise(value: unknown): string | undefined {
  const time = typeof value === 'string' ? parseTimestamp(value) : undefined
  if (time === undefined) return undefined
  const text = formatTimestamp(time)
  // An offset can push the first and the last hours of the calendar out of four-digit years.
  return parseTimestamp(text) === time ? text : undefined
}
