import { KIND_LABELS } from '../../kinds.ts'
import type { NameRow } from '../../search/shard.ts'
import { escapeHtml, nameHtml } from '../../text/html.ts'

/** A server as an option of the list below a search field: a real link, so that it can be opened anywhere. */
export function nameOptionHtml(
  { name, title, kinds, isDeprecated }: NameRow,
  base: string,
  id: string,
): string {
  const kind = kinds.map((kind) => `<span class="kind ${kind}">${KIND_LABELS[kind]}</span>`).join(' ')
  const state = isDeprecated ? '<span class="state deprecated">deprecated</span> ' : ''
  return (
    `<a role="option" id="${id}" aria-selected="false" tabindex="-1" href="${escapeHtml(`${base}servers/${name}/`)}">` +
    `<span class="name" translate="no">${nameHtml(name)}</span>` +
    (title && `<span class="title" dir="auto">${escapeHtml(title)}</span>`) +
    `<span class="meta">${state}${kind}</span></a>`
  )
}

/** A server as a link and no more. */
export function nameLinkHtml({ name }: NameRow, base: string): string {
  return `<a class="name" translate="no" href="${escapeHtml(`${base}servers/${name}/`)}">${nameHtml(name)}</a>`
}
