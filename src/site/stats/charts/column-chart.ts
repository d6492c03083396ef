import type { Period } from '../numbers/periods.ts'
import { countScale, gridLabels, gridLines, timeAxis, timeScale } from './axes.ts'
import { BASE, chartSvg, round, type ChartText } from './chart.ts'

/** The part of a period's width that its column leaves free. */
const GAP = 0.2

/** Columns of a few periods are not to become walls. */
const WIDEST = 32

/** A column for what each period brought. Needs at least one. */
export function columnChart(text: ChartText, periods: readonly Period[], counts: readonly number[]): string {
  const { start } = periods[0]!
  const { end } = periods.at(-1)!
  const x = timeScale(start, end)
  const y = countScale(Math.max(...counts))
  const columns = periods.map((period, index) => {
    const left = x(period.start / 1000)
    const room = x(period.end / 1000) - left
    const width = Math.min(WIDEST, room * (1 - GAP))
    return columnPath(left + (room - width) / 2, width, y(counts[index]!))
  })
  return chartSvg(
    text,
    `${gridLines(y)}<path class="bars" d="${columns.join('')}"/>${timeAxis(start, end)}${gridLabels(y)}`,
  )
}

/** A column from the base line up to `top`; nothing where it has no height. */
export function columnPath(left: number, width: number, top: number): string {
  const height = round(BASE - top)
  return height > 0 ? `M${round(left)} ${BASE}v${-height}h${round(width)}v${height}z` : ''
}
