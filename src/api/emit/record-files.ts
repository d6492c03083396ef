import { formatTimestamp } from '../../model/timestamp.ts'
import { toJson } from '../json.ts'
import { encodeIndex } from '../index/encode.ts'
import { HEAD_PATH, indexPath, shardPath, type Head } from '../index/format.ts'
import { contentHash, shardsOf } from '../index/shards.ts'
import type { ApiRecord } from '../record.ts'
import type { ApiFile } from './api-file.ts'

/** `r/`: all records in content-addressed shards, one index, and the head that names it. */
export function* recordFiles(
  servers: readonly (readonly ApiRecord[])[],
  updatedAt: number,
  commit: string | undefined,
): Generator<ApiFile> {
  const shards: { firstServer: number; hash: string }[] = []
  for (const { firstServer, hash, bytes, updatedAt } of shardsOf(servers)) {
    shards.push({ firstServer, hash })
    yield { path: `r/${shardPath(hash)}`, body: bytes, updatedAt }
  }
  const index = encodeIndex(servers, shards)
  const generation = contentHash(index)
  yield { path: `r/${indexPath(generation)}`, body: index, updatedAt }
  const head: Head = {
    format: 1,
    generation,
    index: indexPath(generation),
    servers: servers.length,
    versions: servers.reduce((count, records) => count + records.length, 0),
    updatedAt: formatTimestamp(updatedAt),
    ...(commit && { commit }),
  }
  yield { path: HEAD_PATH, body: `${toJson(head)}\n`, updatedAt }
}
