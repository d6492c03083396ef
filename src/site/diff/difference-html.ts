import type { ServerJson } from '../../model/server-json.ts'
import { codeHtml } from '../text/code-html.ts'
import { counted } from '../text/numbers.ts'
import { jsonLines } from './json-lines.ts'
import { linesHtml } from './lines-html.ts'
import { changesBetween } from './words.ts'

/** What differs between two documents: how much, in words, and line by line. */
export function differenceHtml(before: ServerJson, after: ServerJson): { sentence: string; html: string } {
  const changes = changesBetween(before, after)
  const items = changes.map(({ type, text }) => `<li class="${type}">${codeHtml(text)}</li>`)
  const words = items.length > 0 ? `<ul class="changes">${items.join('')}</ul>` : ''
  return {
    sentence:
      changes.length > 0 ? counted(changes.length, 'change') : 'Nothing but the version number changed',
    html: `${words}<h3 id="lines">server.json, line by line</h3><div class="lines" translate="no">${linesHtml(jsonLines(before, after))}</div>`,
  }
}
