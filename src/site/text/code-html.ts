import { escapeHtml } from './html.ts'

/** A sentence as HTML: what stands in backticks as code, all else as text. */
export function codeHtml(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('')
}
