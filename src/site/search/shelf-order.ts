import type { CatalogServer } from '../../catalog/catalog.ts'
import { compareBytes } from '../../model/byte-order.ts'
import { namespaceOf } from '../../model/server-name.ts'
import { ownerWords, searchWords } from './search-words.ts'

/**
 * Servers by the word of their names that most others share, as books stand on shelves. Pagefind stores some thirty
 * neighbours in a file; a search for a topic then needs a few files, where by publisher it would need one for each
 * result.
 */
export function shelfOrder(servers: readonly CatalogServer[]): CatalogServer[] {
  const words = servers.map(wordsOf)
  const counts = new Map<string, number>()
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1)
  const shelved = servers.map((server, index) => {
    const own = words[index]!
    const shared = own.toSorted((a, b) => counts.get(b)! - counts.get(a)! || compareBytes(a, b))[0] ?? ''
    return { server, place: `${shared} ${own.join(' ')} ${server.name}` }
  })
  return shelved.sort((a, b) => compareBytes(a.place, b.place)).map(({ server }) => server)
}

function wordsOf({ name, latest }: CatalogServer): string[] {
  const namespace = namespaceOf(name)
  const own = searchWords(`${name.slice(namespace.length + 1)} ${latest.server.title ?? ''}`)
  return own.length > 0 ? own : ownerWords(namespace)
}
