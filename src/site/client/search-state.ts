/** What is looked for: the words and the filters. All of it stands in the address. */
export interface SearchState {
  q: string
  type: string[]
  setup: string[]
}

const FACETS = ['type', 'setup'] as const

export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search)
  return { q: parameters.get('q') ?? '', type: parameters.getAll('type'), setup: parameters.getAll('setup') }
}

/** The address of a search, from the `?` on; empty where nothing is looked for. */
export function writeState(state: SearchState): string {
  const parameters = new URLSearchParams()
  if (state.q.trim()) parameters.set('q', state.q.trim())
  for (const facet of FACETS) for (const value of state[facet]) parameters.append(facet, value)
  const text = parameters.toString()
  return text && `?${text}`
}

/** The filters in Pagefind's form: any value of a facet, and all facets. */
export function filtersOf(state: SearchState): Record<string, { any: string[] }> {
  return Object.fromEntries(
    FACETS.filter((facet) => state[facet].length > 0).map((facet) => [facet, { any: state[facet] }]),
  )
}
