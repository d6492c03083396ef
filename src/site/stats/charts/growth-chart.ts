import { area, line } from 'd3-shape'
import type { Period } from '../numbers/periods.ts'
import { countScale, gridLabels, gridLines, timeAxis, timeScale } from './axes.ts'
import { BASE, chartSvg, round, type ChartText } from './chart.ts'

/** A curve of what there was at the end of each period. Needs at least one. */
export function growthChart(text: ChartText, periods: readonly Period[], totals: readonly number[]): string {
  const { start } = periods[0]!
  const { end } = periods.at(-1)!
  const x = timeScale(start, end)
  const y = countScale(totals.at(-1)!)
  const points = [
    { x: 0, y: BASE },
    ...periods.map(({ end }, index) => ({ x: round(x(end / 1000)), y: round(y(totals[index]!)) })),
  ]
  const curve = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(1)(points)
  const below = area<Point>(
    ({ x }) => x,
    BASE,
    ({ y }) => y,
  ).digits(1)(points)
  return chartSvg(
    text,
    `${gridLines(y)}<path class="area" d="${below}"/><path class="curve" d="${curve}"/>` +
      timeAxis(start, end) +
      gridLabels(y),
  )
}

interface Point {
  x: number
  y: number
}
