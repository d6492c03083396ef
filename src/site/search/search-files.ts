import type { ApiFile } from '../../api/emit/api-file.ts'
import type { Catalog, CatalogServer } from '../../catalog/catalog.ts'
import { isLiving, rowOf } from '../lists/server-row.ts'
import { nameShards, type DatedName } from './name-shards.ts'
import { searchWords } from './search-words.ts'
import { BEGINNINGS_PATH, shardPath } from './shard.ts'
import { trustException } from './trust.ts'
import { wordList } from './word-list.ts'
import { WORDS_PATH } from './words-file.ts'

/** What the search fields read besides Pagefind's index: names by the first letters of their words, and the words. */
export function* searchTables({ servers, updatedAt }: Catalog): Generator<ApiFile> {
  const living = servers.filter(({ latest }) => isLiving(latest.official))
  const beginnings: string[] = []
  for (const { beginning, shard, updatedAt } of nameShards(living.map(datedName))) {
    beginnings.push(beginning)
    yield { path: shardPath(beginning), body: JSON.stringify(shard), updatedAt }
  }
  yield { path: BEGINNINGS_PATH, body: beginnings.join('\n'), updatedAt }
  yield { path: WORDS_PATH, body: wordList(living), updatedAt }
}

function datedName(server: CatalogServer): DatedName {
  const { name, title = '', kinds, status, updatedAt } = rowOf(server)
  const known = new Set(searchWords(name))
  return {
    name,
    title: searchWords(title).every((word) => known.has(word)) ? '' : title,
    kinds,
    isDeprecated: status === 'deprecated',
    isProven: trustException(server) !== 'unproven',
    updatedAt,
  }
}
