import type { CatalogServer } from '../../catalog/catalog.ts'
import { namespaceOf } from '../../model/server-name.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { serverPath } from '../links.ts'
import { rowOf } from '../lists/server-row.ts'
import { packFields } from './result-fields.ts'
import { nameWords, ownerWords, searchWords } from './search-words.ts'
import { trustException } from './trust.ts'

/** A record of the search index, in Pagefind's form. */
export interface SearchRecord {
  url: string
  content: string
  language: string
  meta: { title: string }
  filters: Record<string, string[]>
  sort: { updated: string }
}

/**
 * A server as the search index is to know it. The title counts for more than the content, and nothing else is in
 * `meta`, because every value there is searched too. Filters that hold every server cost each reader much: of status
 * and trust only what is not the rule is in one.
 */
export function searchRecord(server: CatalogServer, base: string): SearchRecord {
  const row = rowOf(server)
  const { name, title = '', description, kinds, setups, status, updatedAt } = row
  const namespace = namespaceOf(name)
  const owner = ownerWords(namespace)
  const own = nameWords(name.slice(namespace.length + 1))
  const named = [...new Set([...own, ...searchWords(title)])]
  const trust = trustException(server)
  const words = new Set([
    ...searchWords(description),
    ...named,
    ...owner,
    ...joined(own),
    ...packageWords(server.latest.server),
  ])
  return {
    url: `${base}${serverPath(name).slice(1)}#${packFields(row)}`,
    content: [...words].join(' '),
    language: 'en',
    meta: { title: (named.length > 0 ? named : owner).join(' ') },
    filters: {
      type: kinds,
      setup: setups,
      ...(trust && { trust: [trust] }),
      ...(status !== 'active' && { status: [status] }),
    },
    sort: { updated: String(Math.floor(updatedAt / 1_000_000)) },
  }
}

/** Neighbouring words of a name as one: `duck-duck-go` is found by `duckduckgo`. */
function joined(words: readonly string[]): string[] {
  const pairs = words.slice(1).map((word, index) => words[index]! + word)
  return words.length > 2 ? [...pairs, words.join('')] : pairs
}

/** Packages are asked for by their own names. */
function packageWords({ packages = [] }: ServerJson): string[] {
  return packages
    .filter(({ registryType }) => registryType !== 'mcpb')
    .flatMap(({ identifier }) =>
      searchWords(identifier.replace(/^[^/]+\.[^/]+\//, '').replace(/:[^/]*$/, '')),
    )
}
