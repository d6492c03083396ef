import { quantile } from './distribution.ts'
import type { Random } from './random.ts'

/** The first second of the invented year, 2025-09-08. */
export const BEGIN = Date.UTC(2025, 8, 8) / 1000

const YEAR = 365 * 86_400

/** The number of servers doubles about every two months. */
const DOUBLINGS = 6

/** Seconds between two versions of one server, as natural logarithms: from half a minute over five hours to months. */
const GAPS = [
  [0, 3.4],
  [0.05, 4.7],
  [0.25, 7.1],
  [0.5, 9.7],
  [0.75, 12.6],
  [0.95, 14.6],
  [1, 15.9],
] as const

/** When the versions of a server are published: seconds since 1970, growing, within the year. */
export function inventTimes(count: number, random: Random): number[] {
  const first = YEAR * (Math.log2(1 + random.next() * (2 ** DOUBLINGS - 1)) / DOUBLINGS)
  const gaps = Array.from({ length: count - 1 }, () => Math.exp(quantile(GAPS, random.next())))
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  // What would reach beyond the year is squeezed into the rest of it.
  const squeeze = Math.min(1, ((YEAR - first) * random.next()) / total)
  let time = BEGIN + first
  return [time, ...gaps.map((gap) => (time += gap * squeeze))]
}

/** A moment between `after` and the end of the year. */
export function inventMoment(after: number, random: Random): number {
  return after + (BEGIN + YEAR - after) * random.next()
}
