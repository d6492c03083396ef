import type { ApiRecord } from '../record.ts'
import { FLAG_DELETED, FLAG_LATEST, type IndexHeader } from './format.ts'
import type { Shard } from './shards.ts'

/** Writes the binary index; see `format.ts` for its layout. */
export function encodeIndex(
  servers: readonly (readonly ApiRecord[])[],
  shards: readonly Pick<Shard, 'firstServer' | 'hash'>[],
): Buffer {
  const records = servers.flat()
  const names = Buffer.from(servers.map(([first]) => first!.name).join('\n'))
  const versions = Buffer.from(records.map(({ version }) => version).join('\n'))
  const header: IndexHeader = {
    format: 1,
    servers: servers.length,
    versions: records.length,
    nameBytes: names.length,
    versionBytes: versions.length,
    shards: shards.map(({ firstServer, hash }) => [firstServer, hash]),
  }
  return Buffer.concat([
    headerBytes(header),
    bytesOf(Float64Array.from(records, ({ updatedAt }) => updatedAt)),
    bytesOf(startsOf(servers)),
    bytesOf(offsetsOf(servers, new Set(shards.map(({ firstServer }) => firstServer)))),
    Uint8Array.from(
      records,
      ({ isLatest, deleted }) => (isLatest ? FLAG_LATEST : 0) | (deleted ? FLAG_DELETED : 0),
    ),
    names,
    versions,
  ])
}

function headerBytes(header: IndexHeader): Buffer {
  const json = JSON.stringify(header)
  const padded = json.padEnd(json.length + (-(json.length + 4) & 7), ' ')
  const bytes = Buffer.alloc(4 + padded.length)
  bytes.writeUInt32LE(padded.length)
  bytes.write(padded, 4)
  return bytes
}

function startsOf(servers: readonly (readonly ApiRecord[])[]): Uint32Array {
  const starts = new Uint32Array(servers.length + 1)
  servers.forEach((records, server) => (starts[server + 1] = starts[server]! + records.length))
  return starts
}

function offsetsOf(
  servers: readonly (readonly ApiRecord[])[],
  firstOfShard: ReadonlySet<number>,
): Uint32Array {
  const offsets: number[] = []
  let offset = 0
  servers.forEach((records, server) => {
    if (firstOfShard.has(server)) offset = 0
    for (const { line } of records) {
      offsets.push(offset)
      offset += line.length
    }
  })
  return Uint32Array.from(offsets)
}

function bytesOf(array: Float64Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
