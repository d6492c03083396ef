import { readFileSync } from 'node:fs'
import { suggestionsFor } from '../../src/site/client/search/nothing-found.ts'
import { readState } from '../../src/site/client/search/search-state.ts'
import type { NodeSearch } from './node-search.ts'

/** A search as people do it, and what it must find. */
export interface GoldQuery {
  query: string
  /**
   * `first`, `top3`, `top10`: where one of the expected servers must stand. `absent`: none of them may be in the first
   * ten. `corrected`: the first thing that is offered instead.
   */
  tier: 'first' | 'top3' | 'top10' | 'absent' | 'corrected'
  expected: string[] | string
}

export interface GoldScore {
  tier: string
  queries: number
  met: number
}

const PLACES = { first: 1, top3: 3, top10: 10, absent: 10 }

export function goldQueries(file: string): GoldQuery[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as GoldQuery[]
}

/** Asks everything, and says what was not met and what was found instead. */
export async function judgeSearch(
  search: NodeSearch,
  queries: readonly GoldQuery[],
): Promise<{ scores: GoldScore[]; misses: string[] }> {
  const misses: string[] = []
  const scores = new Map<string, GoldScore>()
  for (const item of queries) {
    const score = scores.get(item.tier) ?? { tier: item.tier, queries: 0, met: 0 }
    scores.set(item.tier, score)
    const found = await look(search, item)
    score.queries++
    if (isMet(item, found)) score.met++
    else misses.push(`${item.tier}: ${item.query} gives ${found.slice(0, 4).join(', ') || 'nothing'}`)
  }
  return { scores: [...scores.values()], misses }
}

async function look(search: NodeSearch, { query, tier }: GoldQuery): Promise<string[]> {
  if (tier !== 'corrected') return search.names(query)
  const address = `?q=${encodeURIComponent(query)}`
  const answer = await search.answer(address)
  const suggestions = await suggestionsFor(search.engine, readState(address), answer, search.base)
  return suggestions.map(({ q }) => q)
}

function isMet({ tier, expected }: GoldQuery, found: readonly string[]): boolean {
  if (tier === 'corrected') return found[0] === expected
  const isThere = found.slice(0, PLACES[tier]).some((name) => expected.includes(name))
  return tier === 'absent' ? !isThere : isThere
}
