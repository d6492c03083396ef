import { escapeHtml } from '../text/html.ts'
import { visibleJson } from '../text/safe-text.ts'

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[^"]+/g

/** Longer texts are cut; everybody who reads further wants the file. */
const MAX_CHARACTERS = 20_000
const LINES_OF_LONG = 200

/** JSON as HTML: keys in `<b>`, texts in `<i>`, the rest as it is. Two tags instead of a highlighter's styles. */
export function jsonHtml(value: unknown): { html: string; isCut: boolean } {
  const whole = visibleJson(JSON.stringify(value, null, 2))
  const isCut = whole.length > MAX_CHARACTERS
  const text = isCut ? whole.split('\n').slice(0, LINES_OF_LONG).join('\n').slice(0, MAX_CHARACTERS) : whole
  const html = text.replace(TOKEN, (token, string?: string, colon?: string) => {
    if (string === undefined) return escapeHtml(token)
    return colon === undefined ? `<i>${escapeHtml(string)}</i>` : `<b>${escapeHtml(string)}</b>${colon}`
  })
  return { html, isCut }
}
