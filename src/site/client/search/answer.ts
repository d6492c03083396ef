import type { Group } from '../../search/fold.ts'
import { REST } from '../../search/match-rank.ts'
import { readQuery, type Query } from '../../search/query.ts'
import { says } from '../../search/says.ts'
import { engineFilters } from './engine-filters.ts'
import { grouped, loadResults, ranked, type Result } from './hits.ts'
import type { Engine, Hit } from './pagefind.ts'
import type { SearchState } from './search-state.ts'

/** A page of results. */
export interface Answer {
  query: Query
  total: number
  page: number
  pages: number
  groups: Group<Result>[]
  /** Words that no result says: the engine found something, but not that. */
  unsaid: string[]
}

/** How many results are put in order by their names. */
const RANKED = 60
const PER_PAGE = 20

/** Searches for what a state says. */
export async function answer(engine: Engine, state: SearchState): Promise<Answer> {
  const query = readQuery(state.q)
  const { results } = await ask(engine, state)
  const byName = isByRelevance(state, query)
  const head = byName ? await loadResults(results.slice(0, RANKED), query) : []
  const best = grouped(ranked(head), query)
  const rest = byName ? results.slice(RANKED) : results
  const bestPages = Math.ceil(best.length / PER_PAGE)
  const pages = Math.max(1, bestPages + Math.ceil(rest.length / PER_PAGE))
  const page = Math.min(state.page, pages)
  const groups =
    page <= bestPages ? pageOf(best, page) : grouped(await load(pageOf(rest, page - bestPages)), query)
  return { query, total: results.length, page, pages, groups, unsaid: byName ? unsaidOf(query, head) : [] }

  function load(hits: readonly Hit[]): Promise<Result[]> {
    return loadResults(hits, query)
  }
}

/** What the engine finds for a state. */
export function ask(engine: Engine, state: SearchState): ReturnType<Engine['search']> {
  const query = readQuery(state.q)
  return engine.search(query.words.length > 0 ? query.words.join(' ') : null, {
    filters: engineFilters(state),
    ...(!isByRelevance(state, query) && { sort: { updated: 'desc' } }),
  })
}

/** Without words nothing is more relevant than another. */
function isByRelevance({ sort }: SearchState, { words }: Query): boolean {
  return sort === 'relevance' && words.length > 0
}

function pageOf<Item>(items: readonly Item[], page: number): Item[] {
  return items.slice((page - 1) * PER_PAGE, page * PER_PAGE)
}

/** The engine takes a slip for the beginning of some other word; then no result says what was typed. */
function unsaidOf({ words }: Query, results: readonly Result[]): string[] {
  if (results.some(({ rank }) => rank < REST)) return []
  return words.filter((word) => !results.some((result) => says(result.words, word)))
}

/** Fewer results than this may come of a slip. */
const FEW = 3

/** Whether something else may have been meant: the code that guesses is loaded then. */
export function wantsHelp({ query, total, unsaid }: Answer, { page }: SearchState): boolean {
  return query.words.length > 0 && page === 1 && (total < FEW || unsaid.length > 0)
}
