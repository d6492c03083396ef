const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|([+-])(\d{2}):(\d{2}))$/

/**
 * Reads an RFC 3339 timestamp as whole microseconds since 1970, rounded down; `undefined` where it is none.
 * Microseconds are what the official registry stores, and a double holds them exactly.
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = RFC3339.exec(text)
  if (!parts) return undefined
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const offset = readOffset(parts)
  if (offset === undefined) return undefined
  const fraction = Number((parts[7] ?? '').slice(0, 6).padEnd(6, '0'))
  return (date.setUTCHours(hour, minute, second) - offset) * 1000 + fraction
}

/** The zone's distance from UTC in milliseconds. */
function readOffset(parts: RegExpExecArray): number | undefined {
  if (!parts[9]) return 0
  const hours = Number(parts[10])
  const minutes = Number(parts[11])
  if (hours > 23 || minutes > 59) return undefined
  return (parts[9] === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

/**
 * Writes microseconds as the official API does (Go's `RFC3339Nano` in UTC): no trailing zeros in the fraction, and
 * no fraction at all where it is zero.
 */
export function formatTimestamp(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000)
  const fraction = microseconds - seconds * 1_000_000
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19)
  if (fraction === 0) return `${whole}Z`
  return `${whole}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}Z`
}
