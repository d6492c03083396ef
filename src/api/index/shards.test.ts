import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCatalog } from '../../../tests/support/make-catalog.ts'
import { recordOf, type ApiRecord } from '../record.ts'
import { encodeIndex } from './encode.ts'
import { RecordIndex } from './record-index.ts'
import { shardsOf } from './shards.ts'

function recordsFor(names: readonly string[]): ApiRecord[][] {
  const catalog = makeCatalog(
    names.flatMap((name) => [
      { name, version: '1.0.0', publishedAt: 1_700_000_000 },
      { name, version: '1.1.0', publishedAt: 1_700_000_001 },
    ]),
  )
  return catalog.servers.map(({ entries }) =>
    entries.map((entry) => recordOf(entry, 'example.test/registry')),
  )
}

const manyNames = Array.from({ length: 2000 }, (_, i) => `com.acme/server-${i}`)

test('one publication changes one shard, or cuts one in two', () => {
  const before = new Set([...shardsOf(recordsFor(manyNames))].map(({ hash }) => hash))
  expect(before.size).toBeGreaterThan(40)
  for (const added of ['com.acme/server-1000b', 'aaa.first/one', 'zzz.last/one']) {
    const after = [...shardsOf(recordsFor([...manyNames, added]))].map(({ hash }) => hash)
    expect(after.filter((hash) => !before.has(hash)).length).toBeLessThanOrEqual(2)
  }
})

test('the index finds the line of every record in its shard', () => {
  const name = fc.stringMatching(/^[a-z]{2,4}\.[a-z]{2,4}\/[a-z0-9]{2,6}$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 150 }), (names) => {
      const servers = recordsFor(names)
      const shards = [...shardsOf(servers)]
      const index = new RecordIndex(encodeIndex(servers, shards))
      let record = 0
      for (const [server, records] of servers.entries()) {
        expect(index.serverNamed(records[0]!.name)).toBe(server)
        for (const { line, version, isLatest } of records) {
          expect(index.serverOf(record)).toBe(server)
          expect(index.versionText.at(record)).toBe(version)
          expect(index.isLatest(record)).toBe(isLatest)
          const bytes = shards[index.shardOf(server)]!.bytes
          expect(Buffer.from(bytes.subarray(...index.rangeOf(record, server))).equals(line)).toBe(true)
          record++
        }
      }
      expect(record).toBe(index.versions)
    }),
    { numRuns: 60 },
  )
})
