import { escapeHtml } from './html.ts'
import { visibleJson } from './safe-text.ts'

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|[^"]+/g

/** JSON as HTML: keys in `<b>`, texts in `<i>`, the rest as it is. Two tags instead of a highlighter's styles. */
export function jsonHtml(value: unknown): string {
  return visibleJson(JSON.stringify(value, null, 2)).replace(
    TOKEN,
    (token, text?: string, colon?: string) => {
      if (text === undefined) return escapeHtml(token)
      return colon === undefined ? `<i>${escapeHtml(text)}</i>` : `<b>${escapeHtml(text)}</b>${colon}`
    },
  )
}
