import { rowHtml } from '../../lists/row-html.ts'
import type { Group } from '../../search/fold.ts'
import { breakable, escapeHtml, markWords } from '../../text/html.ts'
import { formatCount } from '../../text/numbers.ts'
import type { Answer } from './answer.ts'
import { publisherOf, type Result } from './hits.ts'

/** The rows of a page of results, with the words that were looked for marked. */
export function resultsHtml({ groups, query }: Answer, base: string): string {
  const typed = query.text.split(/\s+/).filter(Boolean)
  const words = [...new Set([...typed, ...query.words])]
  const row = (result: Result): string => rowHtml(result, (text) => markWords(text, words))
  return groups
    .map((group) => row(group.row) + (group.folded.length > 0 ? foldHtml(group, base, row) : ''))
    .join('')
}

function foldHtml(group: Group<Result>, base: string, row: (result: Result) => string): string {
  const publisher = publisherOf(group)
  const name = `<span translate="no">${breakable(publisher)}</span>`
  return (
    `<li class="fold"><details><summary>${formatCount(group.folded.length)} more from ${name}</summary>` +
    `<ol class="rows">${group.folded.map(row).join('')}</ol>` +
    `<p><a href="${escapeHtml(`${base}servers/${publisher}/`)}">All servers of ${name}</a></p></details></li>`
  )
}
