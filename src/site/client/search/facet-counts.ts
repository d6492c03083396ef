import { FACET_NAMES, FACETS, type FacetName } from '../../search/facets.ts'
import { ask } from './answer.ts'
import type { Engine } from './pagefind.ts'
import { setFilters, without, type SearchState } from './search-state.ts'

export type FacetCounts = Record<FacetName, Record<string, number>>

/**
 * How many results each value of each facet would give. A facet that is set does not narrow itself: its other values
 * say what choosing them instead would give.
 */
export async function countFacets(engine: Engine, state: SearchState): Promise<FacetCounts> {
  await engine.filters()
  const all = ask(engine, state)
  const counts = await Promise.all(
    FACET_NAMES.map(async (name) => {
      const { results, filters } = await (state[name].length > 0 ? ask(engine, without(state, name)) : all)
      return [name, countValues(name, filters[name] ?? {}, results.length)] as const
    }),
  )
  return Object.fromEntries(counts) as FacetCounts
}

/** What is in no list of exceptions is the rule. */
function countValues(name: FacetName, found: Record<string, number>, total: number): Record<string, number> {
  const { values, rule } = FACETS[name]
  const counts = Object.fromEntries(values.map((value) => [value, found[value] ?? 0]))
  if (rule) counts[rule] = Object.values(found).reduce((left, count) => left - count, total)
  return counts
}

/** For each filter that is set, how many results there would be without it. */
export function countWithout(
  engine: Engine,
  state: SearchState,
): Promise<{ facet: FacetName; value: string; count: number }[]> {
  return Promise.all(
    setFilters(state).map(async ({ facet, value }) => {
      const { results } = await ask(engine, without(state, facet, value))
      return { facet, value, count: results.length }
    }),
  )
}
