import type { Random } from './random.ts'

/**
 * How many items each of `bins` holds: few hold many, most hold one, and all together exactly `total`. A count `n`
 * is as likely as `(n + offset) ^ -a`, with the `a` that gives the right mean. The counts are spread evenly over that
 * distribution rather than drawn from it, so that two registries of one size are alike; their order is chance.
 */
export function powerLawCounts(
  bins: number,
  total: number,
  { offset, most }: { offset: number; most: number },
  random: Random,
): number[] {
  if (bins < 1 || total < bins || total > bins * most) {
    throw new RangeError(`${total} items do not fit into ${bins} bins of 1 to ${most}`)
  }
  const cumulative = cumulativeWithMean(total / bins, offset, most)
  const counts: number[] = []
  let n = 1
  for (let i = 0; i < bins; i++) {
    while (n < most && cumulative[n - 1]! < (i + 0.5) / bins) n++
    counts.push(n)
  }
  settle(counts, total, most)
  return shuffled(counts, random)
}

/** Bisects the exponent; a larger one means smaller counts. */
function cumulativeWithMean(mean: number, offset: number, most: number): Float64Array {
  let low = -4
  let high = 40
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (meanOf(middle, offset, most) > mean) low = middle
    else high = middle
  }
  const cumulative = new Float64Array(most)
  let sum = 0
  for (let n = 1; n <= most; n++) cumulative[n - 1] = sum += (n + offset) ** -high
  return cumulative.map((value) => value / sum)
}

function meanOf(exponent: number, offset: number, most: number): number {
  let sum = 0
  let weighted = 0
  for (let n = 1; n <= most; n++) {
    const weight = (n + offset) ** -exponent
    sum += weight
    weighted += n * weight
  }
  return weighted / sum
}

/** Rounding leaves the sum a little off; the largest counts, at the end, take the difference. */
function settle(counts: number[], total: number, most: number): void {
  let difference = total - counts.reduce((sum, count) => sum + count, 0)
  for (let i = counts.length - 1; difference !== 0; i = i === 0 ? counts.length - 1 : i - 1) {
    const step = Math.sign(difference)
    const next = counts[i]! + step
    if (next < 1 || next > most) continue
    counts[i] = next
    difference -= step
  }
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}

/** The value at the share `u` of a distribution that is known at some `[share, value]` points; between them, linear. */
export function quantile(points: readonly (readonly [number, number])[], u: number): number {
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]!
    const [x1, y1] = points[i]!
    if (u <= x1) return y0 + ((y1 - y0) * (u - x0)) / (x1 - x0)
  }
  return points.at(-1)![1]
}
