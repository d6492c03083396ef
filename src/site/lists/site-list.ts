import { href, serverPath } from '../links.ts'
import { rowHtml } from './row-html.ts'
import type { ServerRow } from './server-row.ts'

/** Servers as the rows of a list, with the day of their last change unless told otherwise. */
export function listHtml(
  rows: readonly ServerRow[],
  dayOf: (row: ServerRow) => number = ({ updatedAt }) => updatedAt,
): string {
  return rows.map((row) => rowHtml({ ...row, day: dayOf(row), href: href(serverPath(row.name)) })).join('')
}
