import { FACET_NAMES, FACETS, type FacetName } from '../../search/facets.ts'

export const SORTS = ['relevance', 'updated'] as const

/** What is looked for: the words, the filters, the order and the page. All of it stands in the address. */
export interface SearchState extends Record<FacetName, readonly string[]> {
  q: string
  sort: (typeof SORTS)[number]
  /** From 1. */
  page: number
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  const page = Number(parameters.get('page'))
  const state: Partial<SearchState> = {}
  for (const name of FACET_NAMES) {
    const asked = parameters.getAll(name)
    state[name] = FACETS[name].values.filter((value) => asked.includes(value))
  }
  return {
    ...(state as Record<FacetName, string[]>),
    q: parameters.get('q') ?? '',
    sort: parameters.get('sort') === 'updated' ? 'updated' : 'relevance',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a search, from the `?` on; empty where nothing is looked for. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams()
  if (state.q.trim()) parameters.set('q', state.q.trim())
  for (const name of FACET_NAMES) for (const value of state[name]) parameters.append(name, value)
  if (state.sort !== 'relevance') parameters.set('sort', state.sort)
  if (state.page > 1) parameters.set('page', String(state.page))
  const text = parameters.toString()
  return text && `?${text}`
}

/** The filters that are set, one by one. */
export function setFilters(state: SearchState): { facet: FacetName; value: string }[] {
  return FACET_NAMES.flatMap((facet) => state[facet].map((value) => ({ facet, value })))
}

/** The same search, from its first page, without one value or without all values of a facet. */
export function without(state: SearchState, facet: FacetName, value?: string): SearchState {
  return { ...state, page: 1, [facet]: value ? state[facet].filter((other) => other !== value) : [] }
}
