import type { Status } from '../../model/status.ts'
import { KIND_LABELS, type Kind } from '../kinds.ts'
import { sigil } from '../sigil.ts'
import { formatDay } from '../text/dates.ts'
import { escapeHtml, nameHtml } from '../text/html.ts'

/** What a row of a list shows. */
export interface RowFields {
  name: string
  description: string
  version: string
  kinds: readonly Kind[]
  status: Status
  /** The day at the end of the row, in microseconds. */
  day: number
  href: string
}

/**
 * A server as a row of a list. Lists of a hundred stand on hundreds of pages, so rows are built as strings, without a
 * component; the script of the search page builds its results with the same function.
 *
 * @param markup makes HTML of the description
 */
export function rowHtml(
  { name, description, version, kinds, status, day, href }: RowFields,
  markup: (text: string) => string = escapeHtml,
): string {
  const state = status === 'active' ? '' : `<span class="state ${status}">${status}</span> `
  const words = kinds.map((kind) => `<span class="kind ${kind}">${KIND_LABELS[kind]}</span> `).join('')
  return (
    `<li class="row">${sigil(name, kinds[0] ?? 'other')}` +
    `<a class="name" translate="no" href="${escapeHtml(href)}">${nameHtml(name)}</a>` +
    `<p dir="auto">${markup(description)}</p>` +
    `<p class="meta">${state}${words}<span class="version">${escapeHtml(version)}</span> ` +
    `<span class="day">${formatDay(day)}</span></p></li>`
  )
}
