import { hash } from 'node:crypto'
import { newestUpdate, type ApiRecord } from '../record.ts'

/** Records that are stored and fetched together: whole servers, one line a record. */
export interface Shard {
  hash: string
  firstServer: number
  bytes: Buffer
  /** The newest change of its records, microseconds since 1970. */
  updatedAt: number
}

/** One server in so many begins a shard. Read with what a server's records take: about 130 KB a shard. */
const SERVERS_PER_SHARD = 32
const MAX_BYTES = 300_000

/**
 * Cuts the records of all servers into shards. Where a shard begins depends on the names alone (and, rarely, on its
 * size), so one publication changes the shard it falls into and no other.
 *
 * @param servers the records of each server, in the order of names and versions
 */
export function* shardsOf(servers: Iterable<readonly ApiRecord[]>): Generator<Shard> {
  let held: ApiRecord[] = []
  let size = 0
  let firstServer = 0
  let next = 0
  for (const records of servers) {
    if (held.length > 0 && (beginsShard(records[0]!.name) || size > MAX_BYTES)) {
      yield shardFrom(held, firstServer)
      held = []
      size = 0
      firstServer = next
    }
    held.push(...records)
    for (const { line } of records) size += line.length
    next++
  }
  if (held.length > 0) yield shardFrom(held, firstServer)
}

function beginsShard(name: string): boolean {
  return hash('sha256', name, 'buffer')[0]! % SERVERS_PER_SHARD === 0
}

function shardFrom(records: readonly ApiRecord[], firstServer: number): Shard {
  const bytes = Buffer.concat(records.map(({ line }) => line))
  return { hash: contentHash(bytes), firstServer, bytes, updatedAt: newestUpdate(records) }
}

/** The name of a content: 24 hexadecimal digits of its SHA-256. */
export function contentHash(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex').slice(0, 24)
}
