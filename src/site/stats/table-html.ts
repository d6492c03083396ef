import { href, publisherPath } from '../links.ts'
import { formatDay } from '../text/dates.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import { formatCount } from '../text/numbers.ts'
import type { Cell, Column, DataTable } from './data-table.ts'
import { formatShare } from './words/share-words.ts'

/** Bars beside the numbers of a table. */
export interface Bars {
  /** How long each row's bar is, between 0 and 1. */
  lengths: readonly number[]
  /** The class of each row's bar, for its colour. */
  classes?: readonly string[]
}

/** A table, with a bar in each row where they are given. */
export function tableHtml({ columns, rows }: DataTable, caption: string, bars?: Bars): string {
  const heads = columns.map(({ label, type }) => `<th scope="col"${classOf(type)}>${escapeHtml(label)}</th>`)
  const lines = rows.map((row, index) => {
    const cells = columns.map(({ type }, column) => {
      const html = cellHtml(row[column]!, type)
      const bar = column === 0 && bars ? barHtml(bars.lengths[index]!, bars.classes?.[index]) : ''
      return column === 0 ? `<th scope="row">${html}${bar}</th>` : `<td${classOf(type)}>${html}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return (
    `<table${bars ? ' class="bar-table"' : ''}><caption class="unseen">${escapeHtml(caption)}</caption>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`
  )
}

function classOf(type: Column['type']): string {
  return type === 'count' || type === 'share' ? ' class="number"' : ''
}

function cellHtml(cell: Cell, type: Column['type']): string {
  if (typeof cell === 'string') return type === 'publisher' ? publisherHtml(cell) : escapeHtml(cell)
  return type === 'day'
    ? formatDay(cell)
    : escapeHtml(type === 'share' ? formatShare(cell) : formatCount(cell))
}

function publisherHtml(namespace: string): string {
  return `<a translate="no" href="${escapeHtml(href(publisherPath(namespace)))}">${breakable(namespace)}</a>`
}

/** A bar says nothing that the row does not, and is hidden from those who hear it read. */
function barHtml(length: number, className = ''): string {
  const width = Math.round(length * 1000) / 10
  return (
    `<svg class="share-bar ${escapeHtml(className)}" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">` +
    `<path class="track" d="M0 0h100v1H0z"/><path d="M0 0h${width}v1H0z"/></svg>`
  )
}
