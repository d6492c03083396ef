const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/

/**
 * Reads an RFC 3339 timestamp as whole microseconds since 1970, rounded down; `undefined` where it is none. It takes
 * what Go's `time.Parse` takes, which is what the official API reads with: an hour of one digit, a comma before the
 * fraction and offsets of up to 24:60 as well, and no leap second.
 * Microseconds are what the official registry stores; a double holds them exactly from 1685 to 2255.
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = RFC3339.exec(text)
  if (!parts) return undefined
  const number = (group: number): number => Number(parts[group] ?? 0)
  const [month, day, hour, minute, second] = [number(2) - 1, number(3), number(4), number(5), number(6)]
  const date = new Date(0)
  date.setUTCFullYear(number(1), month, day)
  // A day that the month does not have leads into another one.
  if (date.getUTCMonth() !== month) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  if (number(9) > 24 || number(10) > 60) return undefined
  const offset = (parts[8] === '-' ? -1 : 1) * (number(9) * 60 + number(10)) * 60_000
  const fraction = Number((parts[7] ?? '').slice(0, 6).padEnd(6, '0'))
  return (date.setUTCHours(hour, minute, second) - offset) * 1000 + fraction
}

/**
 * Writes microseconds as the official API does (Go's `RFC3339Nano` in UTC): no trailing zeros in the fraction, and
 * no fraction at all where it is zero.
 */
export function formatTimestamp(microseconds: number): string {
  // Remainders of doubles are exact where quotients are not.
  const fraction = ((microseconds % 1_000_000) + 1_000_000) % 1_000_000
  const whole = new Date((microseconds - fraction) / 1000).toISOString().slice(0, 19)
  if (fraction === 0) return `${whole}Z`
  return `${whole}.${String(fraction).padStart(6, '0').replace(/0+$/, '')}Z`
}
