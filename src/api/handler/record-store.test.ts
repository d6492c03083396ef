import { expect, test, vi } from 'vitest'
import { builtFiles, memoryAssets } from '../../../tests/support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG } from '../../../tests/support/make-catalog.ts'
import { createHandler } from './handler.ts'
import { RecordStore } from './record-store.ts'

const sketches = Array.from({ length: 300 }, (_, i) => ({
  name: `com.acme/server-${i}`,
  version: '1.0.0',
  publishedAt: 1_700_000_000 + i,
}))
const files = () => builtFiles(makeCatalog(sketches), TEST_CONFIG)
const LIST = 'https://registry.example/v0.1/servers?limit=100'

test('while the head cannot be read, what is known is answered', async () => {
  const there = files()
  const handler = createHandler(memoryAssets(there), { headTtl: 0 })
  const before = await (await handler(new Request(LIST)))!.text()
  there.delete('r/head.json')
  const response = (await handler(new Request(LIST)))!
  expect([response.status, await response.text()]).toEqual([200, before])
})

test('a first head that cannot be read is an error', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const response = await createHandler(memoryAssets(new Map()))(new Request(LIST))
  expect(response!.status).toBe(500)
})

test('a page reads at most 24 shards, and goes on where it stopped', async () => {
  const there = builtFiles(
    makeCatalog(
      Array.from({ length: 4000 }, (_, i) => ({
        name: `com.acme/${i % 40 === 0 ? 'rare' : 'often'}-${i}`,
        version: '1.0.0',
        publishedAt: i,
      })),
    ),
    TEST_CONFIG,
  )
  const read = vi.fn((path: string) => there.get(path))
  const handler = createHandler({ get: async (path) => read(path) })
  const shards = () => read.mock.calls.filter(([path]) => path.startsWith('r/s/')).length
  let found = 0
  let cursor = ''
  do {
    const before = shards()
    const page = (await (await handler(new Request(`${LIST}&search=rare${cursor}`)))!.json()) as {
      servers: unknown[]
      metadata: { nextCursor?: string }
    }
    expect(shards() - before).toBeLessThanOrEqual(24)
    found += page.servers.length
    cursor = page.metadata.nextCursor ? `&cursor=${page.metadata.nextCursor}` : ''
  } while (cursor)
  expect(found).toBe(100)
})

test('no flood of different addresses fills the memory', async () => {
  const store = new RecordStore(memoryAssets(files()), { cacheBytes: 100_000 })
  await store.with(async ({ documents }) => {
    for (let i = 0; i < 1000; i++) documents.set(`${'x'.repeat(10_000)}${i}`, new Uint8Array(40))
    expect(documents.size).toBeLessThan(10)
  })
})
