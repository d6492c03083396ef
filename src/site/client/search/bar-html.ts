import { FACETS } from '../../search/facets.ts'
import { escapeHtml } from '../../text/html.ts'
import { setFilters, SORTS, without, writeState, type SearchState } from './search-state.ts'

const SORT_LABELS = { relevance: 'Relevance', updated: 'Updated' } as const

/** The address of a state. Nothing is looked for at the bare address of the page. */
export function addressOf(state: SearchState): string {
  return writeState(state) || location.pathname
}

/** How the results are sorted, as links to the other ways. */
export function sortHtml(state: SearchState): string {
  const links = SORTS.map((sort) => {
    const current = sort === state.sort ? ' aria-current="true"' : ''
    return `<a href="${escapeHtml(addressOf({ ...state, sort, page: 1 }))}"${current}>${SORT_LABELS[sort]}</a>`
  })
  return `Sort ${links.join(' ')}`
}

/** The filters that are set, each a link to the same search without it. */
export function chipsHtml(state: SearchState): string {
  const set = setFilters(state)
  if (set.length === 0) return ''
  const chips = set.map(({ facet, value }) => {
    const label = FACETS[facet].labels[value]!
    const address = escapeHtml(addressOf(without(state, facet, value)))
    return `<li><a class="chip" href="${address}" aria-label="Remove the filter ${label}">${label} <span aria-hidden="true">✕</span></a></li>`
  })
  const cleared = set.reduce((rest, { facet }) => without(rest, facet), state)
  return `${chips.join('')}<li><a href="${escapeHtml(addressOf(cleared))}">Clear</a></li>`
}
