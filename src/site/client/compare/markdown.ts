import { code, inline } from '../../../verify/render/markdown.ts'
import { safeText } from '../../text/safe-text.ts'
import type { Compared, Piece, Row } from './comparison.ts'

/**
 * A comparison as a Markdown table, for an issue or a page elsewhere. What publishers wrote stays text there: no link,
 * no mention, no cell or line of its own.
 *
 * @param url the full address of the comparison
 */
export function comparisonMarkdown(servers: readonly Compared[], rows: readonly Row[], url: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(['', ...servers.map(({ name }) => cell([{ text: name, isCode: true }]))]),
    line(['---', ...servers.map(() => '---')]),
    ...rows.map(({ label, cells, differs }) =>
      line([differs ? `**${label}** (differs)` : label, ...cells.map(cell)]),
    ),
    '',
    `Compared at <${url}>`,
    '',
  ].join('\n')
}

function cell(pieces: readonly Piece[]): string {
  return pieces.map(piece).join('<br>')
}

/** A table is cut at every bar that has no backslash before it, inside code as well. */
function piece({ text, isCode }: Piece): string {
  const shown = isCode ? code(safeText(text)) : inline(safeText(text).replaceAll('`', "'"))
  return shown.replace(/\\*\|/g, (bar) => (bar.length % 2 === 0 ? bar : `\\${bar}`))
}
