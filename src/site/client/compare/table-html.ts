import { comparePath, serverPath } from '../../paths.ts'
import { breakable, escapeHtml, nameHtml } from '../../text/html.ts'
import { safeText } from '../../text/safe-text.ts'
import type { Compared, Piece, Row } from './comparison.ts'

/**
 * A comparison as a table, one column for each server. A row in which they differ says so in a word.
 *
 * @param base the path that the site is served at, with a `/` at both ends
 */
export function tableHtml(servers: readonly Compared[], rows: readonly Row[], base: string): string {
  const at = (path: string): string => escapeHtml(base + path.slice(1))
  const heads = servers.map(({ name, latest }) => {
    const others = servers.map((server) => server.name).filter((other) => other !== name)
    return (
      `<th scope="col"><a class="name" translate="no" href="${at(serverPath(name))}">${nameHtml(name)}</a>` +
      `<p dir="auto">${escapeHtml(safeText(latest.server.description))}</p>` +
      `<a class="remove" href="${at(comparePath(...others))}" aria-label="Remove ${escapeHtml(name)}">Remove</a></th>`
    )
  })
  const lines = rows.map(
    ({ label, cells, differs }) =>
      `<tr${differs ? ' class="differs"' : ''}><th scope="row">${label}` +
      `${differs ? ' <span class="mark">differs</span>' : ''}</th>${cells.map(cellHtml).join('')}</tr>`,
  )
  return (
    `<table><thead><tr><td></td>${heads.join('')}</tr></thead>` + `<tbody>${lines.join('')}</tbody></table>`
  )
}

function cellHtml(pieces: readonly Piece[]): string {
  const shown = pieces.map(({ text, isCode }) =>
    isCode ? `<code translate="no">${breakable(text)}</code>` : escapeHtml(text),
  )
  return `<td>${shown.length === 1 ? shown[0]! : shown.map((piece) => `<div>${piece}</div>`).join('')}</td>`
}
