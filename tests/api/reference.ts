import { compareBytes } from '../../src/model/byte-order.ts'
import type { EntrySketch } from '../support/make-catalog.ts'

export interface ReferenceQuery {
  after?: { name: string; version: string }
  limit: number
  search: string
  version: string
  updatedSince?: number
  includeDeleted: boolean
}

export type ReferenceRow = EntrySketch & { isLatest: boolean }

/** The official list query said as plainly as possible (official API §2): filter everything, sort, cut. */
export function naivePage(rows: readonly ReferenceRow[], query: ReferenceQuery): ReferenceRow[] {
  return rows
    .filter(({ name }) => name.toLowerCase().includes(query.search.toLowerCase()))
    .filter(({ version, isLatest }) =>
      query.version === '' ? true : query.version === 'latest' ? isLatest : version === query.version,
    )
    .filter(({ status }) => query.includeDeleted || status !== 'deleted')
    .filter(
      (row) => query.updatedSince === undefined || (row.updatedAt ?? row.publishedAt) > query.updatedSince,
    )
    .filter((row) => !query.after || compareRows(row, query.after) > 0)
    .sort(compareRows)
    .slice(0, query.limit)
}

function compareRows(a: { name: string; version: string }, b: { name: string; version: string }): number {
  return compareBytes(a.name, b.name) || compareBytes(a.version, b.version)
}
