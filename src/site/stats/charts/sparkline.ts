import { line } from 'd3-shape'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { isLiving } from '../../lists/server-row.ts'
import { countedServer } from '../numbers/counted-server.ts'
import { growthOf } from '../numbers/growth.ts'
import { round } from './chart.ts'

const WIDTH = 96
const HEIGHT = 24

/** Half of the curve's width, so that its ends are not cut off. */
const EDGE = 1

/**
 * The growth of living servers as a small curve beside their number, which says it in words; `aria-hidden` therefore.
 * Empty where all came in one period: a curve needs two points.
 */
export function growthSparkline(servers: readonly CatalogServer[]): string {
  const living = servers.filter(({ latest }) => isLiving(latest.official)).map(countedServer)
  const { periods } = growthOf(living)
  if (periods.length < 2) return ''
  const points = periods.map(({ servers }, index): [number, number] => [
    round(EDGE + (index / (periods.length - 1)) * (WIDTH - 2 * EDGE)),
    round(HEIGHT - EDGE - (servers / living.length) * (HEIGHT - 2 * EDGE)),
  ])
  return `<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path d="${line().digits(1)(points)}"/></svg>`
}
