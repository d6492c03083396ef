import { escapeHtml } from '../text/html.ts'
import { counted } from '../text/numbers.ts'
import type { Run } from './json-lines.ts'

/** As many unchanged lines stand around a change; more of them are folded. */
const CONTEXT = 3

const SIGNS = {
  same: '',
  removed: '<b aria-hidden="true">−</b><span class="unseen">removed: </span>',
  added: '<b aria-hidden="true">+</b><span class="unseen">added: </span>',
} as const

/** Runs of lines as lists. Signs and words say what colours say. */
export function linesHtml(runs: readonly Run[]): string {
  return runs
    .map(({ type, lines }, index) => {
      if (type !== 'same') return listHtml(type, lines)
      const head = index === 0 ? 0 : CONTEXT
      const tail = index === runs.length - 1 ? 0 : CONTEXT
      const hidden = lines.slice(head, lines.length - tail)
      if (hidden.length <= 1) return listHtml(type, lines)
      return (
        listHtml(type, lines.slice(0, head)) +
        `<details><summary>${counted(hidden.length, 'unchanged line')}</summary>${listHtml(type, hidden)}</details>` +
        listHtml(type, lines.slice(lines.length - tail))
      )
    })
    .join('')
}

function listHtml(type: Run['type'], lines: readonly string[]): string {
  if (lines.length === 0) return ''
  const items = lines.map((line) => `<li>${SIGNS[type]}<code>${escapeHtml(line)}</code></li>`)
  return `<ol class="${type}">${items.join('')}</ol>`
}
