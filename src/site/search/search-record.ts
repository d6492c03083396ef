import { namespaceOf } from '../../model/server-name.ts'
import { serverPath } from '../links.ts'
import { packFields } from './result-fields.ts'
import { ownerWords, searchWords } from './search-words.ts'
import { type ServerRow } from '../lists/server-row.ts'

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
 * `meta`, because every value there is searched too.
 */
export function searchRecord(row: ServerRow, base: string): SearchRecord {
  const { name, title = '', description, kinds, setups, status, updatedAt } = row
  const namespace = namespaceOf(name)
  const owner = ownerWords(namespace)
  const named = searchWords(`${name.slice(namespace.length + 1)} ${title}`)
  const words = new Set([...searchWords(description), ...named, ...owner])
  return {
    url: `${base}${serverPath(name).slice(1)}#${packFields(row)}`,
    content: [...words].join(' '),
    language: 'en',
    meta: { title: (named.length > 0 ? named : owner).join(' ') },
    filters: { type: kinds, setup: setups, ...(status !== 'active' && { status: [status] }) },
    sort: { updated: String(Math.floor(updatedAt / 1_000_000)) },
  }
}
