import { href, serverPath } from '../links.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import { rowHtml } from './row-html.ts'
import type { ServerRow } from './server-row.ts'

/** Servers of one publisher as links that say only the last part of their names. */
export function namesHtml(rows: readonly ServerRow[]): string {
  return rows
    .map(({ name }) => {
      const label = breakable(name.slice(name.indexOf('/') + 1))
      return `<li><a translate="no" href="${escapeHtml(href(serverPath(name)))}">${label}</a></li>`
    })
    .join('')
}

/** Most rows stand in four or five lists. */
const made = new WeakMap<ServerRow, string>()

/** Servers as the rows of a list, with the day of their last change unless told otherwise. */
export function listHtml(rows: readonly ServerRow[], dayOf?: (row: ServerRow) => number): string {
  return rows.map((row) => (dayOf ? itemHtml(row, dayOf(row)) : usualHtml(row))).join('')
}

function usualHtml(row: ServerRow): string {
  const known = made.get(row)
  if (known !== undefined) return known
  const html = itemHtml(row, row.updatedAt)
  made.set(row, html)
  return html
}

function itemHtml(row: ServerRow, day: number): string {
  return rowHtml({ ...row, day, href: href(serverPath(row.name)) })
}
