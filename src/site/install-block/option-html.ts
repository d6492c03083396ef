import type { Field, InstallOption } from '../install/types.ts'
import { breakable, escapeHtml } from '../text/html.ts'
import { safeText } from '../text/safe-text.ts'
import { fieldHtml } from './field-html.ts'
import type { OptionFact } from './option-facts.ts'

/** More fields than these are folded, unless they are required. */
const SHOWN_FIELDS = 6

/** What an option is: its kind in a word, and what it is called. */
export function optionTitle({ kind, label, identifier }: InstallOption): string {
  return (
    `<span class="kind ${kind}">${escapeHtml(safeText(label))}</span> ` +
    `<span class="mono" translate="no">${breakable(safeText(identifier))}</span>`
  )
}

/**
 * What to know and what to fill in before an option can be used.
 *
 * @param number the place of the option in the page; the controls are called `f<number>-<place of the field>`
 * @param more HTML at the end
 */
export function optionBody(
  { key, fields }: InstallOption,
  facts: readonly OptionFact[],
  number: number,
  more: string,
): string {
  return (
    `<div class="option" data-option="${key}" data-number="${number}">` +
    `${factsHtml(facts)}${formHtml(fields, number)}${more}</div>`
  )
}

function factsHtml(facts: readonly OptionFact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(({ term, value, url }) => {
    const text = escapeHtml(value)
    const shown = url
      ? `<a href="${escapeHtml(url)}" rel="nofollow ugc noopener" translate="no">${text}</a>`
      : text
    return `<div><dt>${term}</dt><dd>${shown}</dd></div>`
  })
  return `<dl class="facts-of">${rows.join('')}</dl>`
}

function formHtml(fields: readonly Field[], number: number): string {
  if (fields.length === 0) return '<p class="meta">Asks for nothing.</p>'
  const rows = fields.map((field, index) => fieldHtml(field, `f${number}-${index}`))
  const shown = Math.max(SHOWN_FIELDS, fields.filter(({ isRequired }) => isRequired).length)
  // One more would not be worth a fold.
  const folded = rows.length > shown + 1 ? rows.splice(shown) : []
  const list = (part: readonly string[]): string => `<dl class="inputs">${part.join('')}</dl>`
  const rest = `<details><summary>${folded.length} more</summary>${list(folded)}</details>`
  return (
    list(rows) +
    (folded.length > 0 ? rest : '') +
    '<p class="meta for-script">Values stay in this page; nothing is sent.</p>'
  )
}
