import { scaleBand } from 'd3-scale'
import type { Count } from '../numbers/counts.ts'
import { formatShare } from '../words/share-words.ts'
import { columnPath } from './column-chart.ts'
import { countScale } from './axes.ts'
import { BASE, chartSvg, HEIGHT, round, WIDTH, type ChartText } from './chart.ts'

/** The most classes that there are, so that columns of all histograms are as wide. */
const CLASSES = 7

/** A column for each class, with its share of all above it. Needs at least one that is not empty. */
export function histogram(text: ChartText, classes: readonly Count[]): string {
  const all = classes.reduce((sum, { count }) => sum + count, 0)
  const x = scaleBand([...Array(CLASSES).keys()], [0, WIDTH]).padding(0.15)
  const y = countScale(Math.max(...classes.map(({ count }) => count))).clamp(true)
  const width = x.bandwidth()
  const columns = classes.map(({ count }, index) => columnPath(x(index)!, width, y(count)))
  const labels = classes.map(({ label, count }, index) => {
    const middle = round(x(index)! + width / 2)
    return (
      `<text class="mid" x="${middle}" y="${HEIGHT - 4}">${label}</text>` +
      `<text class="mid value" x="${middle}" y="${round(y(count) - 5)}">${formatShare(count / all)}</text>`
    )
  })
  return chartSvg(
    text,
    `<path class="bars" d="${columns.join('')}"/><path class="base" d="M0 ${BASE}H${WIDTH}"/>${labels.join('')}`,
  )
}
