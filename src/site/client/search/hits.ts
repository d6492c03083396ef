import { namespaceOf } from '../../../model/server-name.ts'
import type { RowFields } from '../../lists/row-html.ts'
import { foldByPublisher, type Group } from '../../search/fold.ts'
import { matchRank } from '../../search/match-rank.ts'
import type { Query } from '../../search/query.ts'
import { unpackRow } from '../../search/result-fields.ts'
import { ownerWords } from '../../search/search-words.ts'
import type { Hit, HitData } from './pagefind.ts'

/** A result with all that its place depends on. */
export interface Result extends RowFields {
  /** From 0, the best; `match-rank.ts` says what it means. */
  rank: number
  isProven: boolean
  /** Everything that the index knows of it. */
  words: string[]
}

export async function loadResults(hits: readonly Hit[], query: Query): Promise<Result[]> {
  const data = await Promise.all(hits.map((hit) => hit.data()))
  return data.map((item) => resultOf(item, query))
}

function resultOf({ raw_url, url, content, meta, filters }: HitData, query: Query): Result {
  const row = unpackRow(raw_url ?? url, filters)
  return {
    ...row,
    rank: matchRank(query, { name: row.name, titleWords: meta.title.split(' ') }),
    isProven: !filters.trust?.includes('unproven'),
    words: content.split(' '),
  }
}

/** Best names first, then those in use, then those whose owner proved to be it; else as the engine has them. */
export function ranked(results: readonly Result[]): Result[] {
  return results.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      Number(a.status !== 'active') - Number(b.status !== 'active') ||
      Number(!a.isProven) - Number(!b.isProven),
  )
}

/** Folds by publisher, but not those who were asked for by name. */
export function grouped(results: readonly Result[], { words }: Query): Group<Result>[] {
  return foldByPublisher(results, (namespace) => {
    const owner = ownerWords(namespace)
    return words.length > 0 && words.every((word) => owner.includes(word))
  })
}

/** The publisher of a group. */
export function publisherOf({ row }: Group<Result>): string {
  return namespaceOf(row.name)
}
