/**
 * The binary index of all records, `r/i/<hash>.bin`, little-endian:
 *
 *     u32 length of the header | header, JSON, padded with spaces to a multiple of 8
 *     f64 updatedAt[versions]      microseconds since 1970
 *     u32 starts[servers + 1]      first record of each server
 *     u32 offsets[versions]        where the record's line begins in its shard, in bytes
 *     u8  flags[versions]
 *     server names joined by line breaks, in byte order
 *     versions joined by line breaks, in record order
 */
export interface IndexHeader {
  format: 1
  servers: number
  versions: number
  nameBytes: number
  versionBytes: number
  /** First server and content hash of each shard. */
  shards: [number, string][]
}

export const FLAG_LATEST = 1
export const FLAG_DELETED = 2

/** `r/head.json`, the only file below `r/` that changes its content under one name. */
export interface Head {
  format: 1
  /** Names the state of the whole registry: equal generations mean equal answers to every query. */
  generation: string
  /** Path of the index, relative to `r/`. */
  index: string
  servers: number
  versions: number
  /** The newest change of any record, RFC 3339. */
  updatedAt: string
  /** The commit that the registry was built from. */
  commit?: string
}

export const HEAD_PATH = 'r/head.json'

export function indexPath(hash: string): string {
  return `i/${hash}.bin`
}

export function shardPath(hash: string): string {
  return `s/${hash}.ndjson`
}
