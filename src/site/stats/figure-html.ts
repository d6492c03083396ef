import { href } from '../links.ts'
import { formatDay } from '../text/dates.ts'
import { escapeHtml } from '../text/html.ts'
import { csvPath, type Figure } from './figures/figure.ts'
import { tableHtml } from './table-html.ts'

/**
 * A figure as a section of the page: the finding, the picture, the numbers, and what was counted when.
 *
 * @param countedOn the newest change of the registry, in microseconds
 */
export function figureHtml(figure: Figure, countedOn: number): string {
  const { id, finding, what, data, chart = '', bars, shown = data.rows.length } = figure
  const table = tableHtml({ ...data, rows: data.rows.slice(0, shown) }, finding, bars)
  const numbers = chart ? `<details><summary>Numbers</summary>${table}</details>` : table
  return (
    `<section class="figure" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(finding)}</h2>${chart}${numbers}` +
    `<p class="meta">${escapeHtml(what)} Counted on ${formatDay(countedOn)}. ` +
    `<a href="${escapeHtml(href(csvPath(figure)))}">CSV</a></p></section>`
  )
}
