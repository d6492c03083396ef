import { FACETS } from '../../search/facets.ts'
import { didYouMean, fewerWords } from '../../search/did-you-mean.ts'
import { readWordList, WORDS_PATH } from '../../search/words-file.ts'
import { readQuery } from '../../search/query.ts'
import { says } from '../../search/says.ts'
import { escapeHtml } from '../../text/html.ts'
import { formatCount } from '../../text/numbers.ts'
import { ask, type Answer } from './answer.ts'
import { addressOf } from './bar-html.ts'
import { countWithout } from './facet-counts.ts'
import { loadResults } from './hits.ts'
import type { Engine } from './pagefind.ts'
import { without, type SearchState } from './search-state.ts'

let words: Promise<Map<string, number>> | undefined

function loadWords(base: string): Promise<Map<string, number>> {
  words ??= fetch(base + WORDS_PATH)
    .then((response) => (response.ok ? response.text() : ''))
    .then(readWordList)
  words.catch(() => (words = undefined))
  return words
}

/** What may be meant instead, and how much it would find with the filters that are set. */
export interface Suggestion {
  q: string
  count: number
}

export async function suggestionsFor(
  engine: Engine,
  state: SearchState,
  { query, total, unsaid }: Answer,
  base: string,
): Promise<Suggestion[]> {
  const known = await loadWords(base).catch(() => new Map<string, number>())
  const truly = unsaid.length > 0 ? 0 : total
  const worth = ({ count }: Suggestion): boolean => count > truly
  const meant = await Promise.all(didYouMean(query.words, known).map((q) => suggestion(engine, state, q)))
  if (meant.some(worth)) return meant.filter(worth)
  const fewer = await Promise.all(fewerWords(query.words).map((q) => suggestion(engine, state, q)))
  return fewer.filter(worth).sort((a, b) => a.count - b.count)
}

/** Counts what a query finds; nothing where its first result does not say it either. */
async function suggestion(engine: Engine, state: SearchState, q: string): Promise<Suggestion> {
  const { results } = await ask(engine, { ...state, q })
  const [first] = await loadResults(results.slice(0, 1), readQuery(q))
  const isSaid = first && readQuery(q).words.every((word) => says(first.words, word))
  return { q, count: isSaid ? results.length : 0 }
}

/** `Did you mean postgres (204)?`, or nothing. */
export function suggestionsHtml(suggestions: readonly Suggestion[], state: SearchState): string {
  if (suggestions.length === 0) return ''
  const links = suggestions.map(({ q, count }) => {
    const address = escapeHtml(addressOf({ ...state, q, page: 1 }))
    return `<a href="${address}"><b>${escapeHtml(q)}</b></a> (${formatCount(count)})`
  })
  return `<p>Did you mean ${links.join(' or ')}?</p>`
}

/** Ways on from a search that found nothing. */
export async function waysOnHtml(engine: Engine, state: SearchState, askFor?: string): Promise<string> {
  const filters = await countWithout(engine, state)
  const useful = filters.filter(({ count }) => count > 0)
  const removable = useful.map(({ facet, value, count }) => {
    const label = escapeHtml(FACETS[facet].labels[value]!)
    return `<li><a href="${escapeHtml(addressOf(without(state, facet, value)))}">Without “${label}”</a>: ${formatCount(count)}</li>`
  })
  const title = encodeURIComponent(`Server wanted: ${state.q.trim()}`)
  const wanted =
    askFor && state.q.trim()
      ? `<li><a href="${escapeHtml(`${askFor}?title=${title}`)}" rel="noopener">Ask for it</a> in an issue.</li>`
      : ''
  const all = removable.join('') + wanted
  return all && `<ul class="ways-on">${all}</ul>`
}
