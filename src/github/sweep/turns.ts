import { createHash } from 'node:crypto'

const DAY = 24 * 60 * 60 * 1000

/**
 * Those of many that are looked at tonight: everything where there are few, else a slice that goes round, so that each
 * gets its turn after the same number of nights. For what runs more often, a night is shorter.
 *
 * @param keyOf a name that stays the same from night to night
 * @param perNight about how many one night has time for
 * @param now milliseconds since 1970
 * @param always names that are looked at every night
 * @param night how long a night is, in milliseconds
 */
export function turnOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  perNight: number,
  now: number,
  always: ReadonlySet<string>,
  night = DAY,
): T[] {
  const nights = Math.max(1, Math.ceil(items.length / perNight))
  const tonight = Math.floor(now / night) % nights
  return items.filter((item) => always.has(keyOf(item)) || hash(keyOf(item)) % nights === tonight)
}

function hash(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0)
}
