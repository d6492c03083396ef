import { FACET_NAMES, FACETS } from '../../search/facets.ts'
import type { EngineFilters } from './pagefind.ts'
import type { SearchState } from './search-state.ts'

/** The filters in Pagefind's form: any value of a facet, and all facets. */
export function engineFilters(state: SearchState): EngineFilters {
  const filters: EngineFilters = {}
  const none: Record<string, { any: string[] }>[] = []
  for (const name of FACET_NAMES) {
    const { values, rule } = FACETS[name]
    const wanted = state[name]
    if (wanted.length === 0 || (rule && wanted.length === values.length)) continue
    if (!rule || !wanted.includes(rule)) filters[name] = { any: [...wanted] }
    else none.push({ [name]: { any: values.filter((value) => !wanted.includes(value)) } })
  }
  if (none.length > 0) filters.none = none
  return filters
}
