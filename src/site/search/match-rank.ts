import { namespaceOf } from '../../model/server-name.ts'
import type { Query } from './query.ts'
import { ownerWords, searchWords } from './search-words.ts'
import { plainWord } from './spellings.ts'

/** What of a server decides how well it answers a query by its names. */
export interface Named {
  name: string
  /** The words of its title and of its name. */
  titleWords: readonly string[]
}

/** The name that was typed, whole. */
const EXACT = 0
/** Nothing but the description, or a part of a word, says it. */
export const REST = 8

/**
 * How well a server's names answer a query: from `EXACT` to `REST`. A name that is the query counts most, and among
 * those the publisher who is called so too; then names that begin with it, then names and titles that contain it.
 */
export function matchRank({ text, words: typed }: Query, { name, titleWords: title }: Named): number {
  const lower = name.toLowerCase()
  const words = typed.map(singular)
  const titleWords = title.map(singular)
  if (lower === text) return EXACT
  // Nobody writes `mcp-atlassian` who only wants something from Atlassian.
  const isWhole = lower.endsWith(`/${text}`)
  if (isWhole && /[^\p{L}\p{N}]/u.test(text)) return 1
  const namespace = namespaceOf(name)
  const own = searchWords(name.slice(namespace.length + 1), singular)
  const owner = ownerWords(namespace).map(singular)
  const core = own.length > 0 ? own : owner
  const isNamed = core.join('') === words.join('')
  if (isNamed && words.some((word) => owner.includes(word))) return 2
  if (isNamed || isWhole) return 3
  if (sameWords(core, words) || sameWords(titleWords, words)) return 4
  if (core.join(' ').startsWith(words.join(' '))) return 5
  if (words.every((word) => core.includes(word) || titleWords.includes(word))) return 6
  if (words.every((word) => core.includes(word) || owner.includes(word))) return 7
  return REST
}

/** Enough to see `memory` in `memories`; the engine knows better, and is not asked about names. */
function singular(word: string): string {
  const plain = plainWord(word)
  if (plain.length < 4) return plain
  return plain.replace(/ies$/, 'y').replace(/([^sui])s$/, '$1')
}

function sameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((word) => others.includes(word))
}
