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

/** Servers as the rows of a list, with the day of their last change unless told otherwise. */
export function listHtml(
  rows: readonly ServerRow[],
  dayOf: (row: ServerRow) => number = ({ updatedAt }) => updatedAt,
): string {
  return rows.map((row) => rowHtml({ ...row, day: dayOf(row), href: href(serverPath(row.name)) })).join('')
}
