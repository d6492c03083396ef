import type { CatalogServer } from '../../catalog/catalog.ts'
import { compareBytes } from '../../model/byte-order.ts'
import { searchWords } from './search-words.ts'
import { wordsOfName } from './shard.ts'

/** In a registry of this size and above, a word that few servers say is as likely a slip as a word. */
const LARGE = 1000
const FEW = 3

/** Words and how many servers say them: a line each, sorted, `word count`. */
export function wordList(servers: readonly CatalogServer[]): string {
  const counts = new Map<string, number>()
  for (const { name, latest } of servers) {
    const { title = '', description } = latest.server
    for (const word of new Set([...wordsOfName({ name, title }), ...searchWords(description)]))
      if (/^\p{L}{3,24}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const least = servers.length >= LARGE ? FEW : 1
  const lines = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => compareBytes(a, b))
  return lines.map(([word, count]) => `${word} ${count}\n`).join('')
}
