import { compareBytes } from '../../model/byte-order.ts'
import type { RecordIndex } from '../index/record-index.ts'
import { readCursor } from './cursor.ts'
import type { ListQuery } from './parameters.ts'

export interface Selection {
  /** Record numbers in the order of the list. */
  records: number[]
  /** Whether there may be more: the page is full, or it was cut short. */
  more: boolean
}

/**
 * How many shards one page may read. A page that would need more ends early and names the place to go on from, which
 * the API allows: `limit` is a maximum.
 */
const MAX_SHARDS = 24

/** Finds the records of one page (official API §2): filters combine, and `more` is set by a full page. */
export function selectPage(index: RecordIndex, query: ListQuery): Selection {
  const records: number[] = []
  let shards = 0
  let shard = -1
  for (const record of matching(index, query)) {
    const next = index.shardOf(index.serverOf(record))
    if (next !== shard) {
      if (shards === MAX_SHARDS) return { records, more: true }
      shards++
      shard = next
    }
    records.push(record)
    if (records.length === query.limit) return { records, more: true }
  }
  return { records, more: false }
}

function* matching(index: RecordIndex, query: ListQuery): Generator<number> {
  const first = query.cursor ? recordAfter(index, query.cursor) : 0
  const { updatedSince, includeDeleted } = query
  for (const record of candidates(index, query, first)) {
    if (!includeDeleted && index.isDeleted(record)) continue
    if (updatedSince !== undefined && !(index.updatedAt[record]! > updatedSince)) continue
    yield record
  }
}

/** Narrows by name and version, whichever is asked for. */
function* candidates(index: RecordIndex, { search, version }: ListQuery, first: number): Generator<number> {
  if (search) {
    for (const record of inServersNamedLike(index, search, first)) {
      if (hasVersion(index, record, version)) yield record
    }
  } else if (version && version !== 'latest') {
    yield* index.versionText.equal(version, first)
  } else {
    for (let record = first; record < index.versions; record++) {
      if (!version || index.isLatest(record)) yield record
    }
  }
}

function* inServersNamedLike(index: RecordIndex, search: string, first: number): Generator<number> {
  if (first >= index.versions) return
  for (const server of index.serversNamedLike(search, index.serverOf(first))) {
    const end = index.starts[server + 1]!
    for (let record = Math.max(first, index.starts[server]!); record < end; record++) yield record
  }
}

function hasVersion(index: RecordIndex, record: number, version: string): boolean {
  if (!version) return true
  return version === 'latest' ? index.isLatest(record) : index.versionText.at(record) === version
}

/** The first record after a cursor's place; the record itself need not exist any more. */
function recordAfter(index: RecordIndex, cursor: string): number {
  const { name, version } = readCursor(cursor)
  const server = index.firstServerFrom(name)
  if (server === index.servers || index.names.at(server) !== name) return index.starts[server]!
  let record = index.starts[server]!
  const end = index.starts[server + 1]!
  while (record < end && compareBytes(index.versionText.at(record), version) <= 0) record++
  return record
}
