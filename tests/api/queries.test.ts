import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHandler, type Handler } from '../../src/api/handler/handler.ts'
import { builtFiles, memoryAssets } from '../support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG, type EntrySketch } from '../support/make-catalog.ts'
import { naivePage, type ReferenceQuery, type ReferenceRow } from './reference.ts'

const name = fc
  .tuple(
    fc.constantFrom('com.acme', 'com.Acme', 'io.github.a-b', 'io.github.a.b', 'zz.z', 'Zz.z'),
    fc.stringMatching(/^[a-cA-C0-2][a-c._-]{0,3}[a-c0-2]$/),
  )
  .map(([namespace, rest]) => `${namespace}/${rest}`)

const version = fc.constantFrom(
  '1.0.0',
  '1.10.0',
  '1.2.0',
  '2.0.0-rc.1',
  '1.0.0+b',
  'v1.0.0',
  'snapshot',
  '1',
)

const sketch: fc.Arbitrary<EntrySketch> = fc
  .record({
    name,
    version,
    status: fc.constantFrom('active' as const, 'active' as const, 'deprecated' as const, 'deleted' as const),
    publishedAt: fc.integer({ min: 1_700_000_000, max: 1_700_000_500 }),
    later: fc.integer({ min: 0, max: 500 }),
  })
  .map(({ later, ...rest }) => ({ ...rest, updatedAt: rest.publishedAt + later }))

const catalog = fc.uniqueArray(sketch, {
  selector: (entry) => `${entry.name}:${entry.version}`,
  maxLength: 120,
})

const query = fc.record(
  {
    limit: fc.integer({ min: 1, max: 100 }),
    search: fc.constantFrom(
      '',
      'a',
      'ACME',
      'a-b',
      '/a',
      'zz',
      'a_',
      '%',
      ' ',
      'nothing',
      'c/b',
      'om.',
      'GITHUB.a',
      'a\nb',
    ),
    version: fc.constantFrom('', 'latest', '1.0.0', '1.0.0+b', '1', 'none'),
    updatedSince: fc.integer({ min: 1_700_000_000, max: 1_700_001_000 }),
    includeDeleted: fc.boolean(),
  },
  { requiredKeys: [] },
)

const queries = fc.array(query, { minLength: 3, maxLength: 8 })

interface Page {
  servers: {
    server: { name: string; version: string }
    _meta: Record<string, { isLatest: boolean; status: string }>
  }[]
  metadata: { count: number; nextCursor?: string }
}

function addressOf(asked: Partial<ReferenceQuery>, cursor?: string): string {
  const parameters = new URLSearchParams()
  if (asked.limit) parameters.set('limit', String(asked.limit))
  if (asked.search) parameters.set('search', asked.search)
  if (asked.version) parameters.set('version', asked.version)
  if (asked.updatedSince) parameters.set('updated_since', new Date(asked.updatedSince * 1000).toISOString())
  if (asked.includeDeleted && !asked.updatedSince) parameters.set('include_deleted', 'true')
  if (cursor) parameters.set('cursor', cursor)
  return `https://registry.example/v0.1/servers?${parameters}`
}

async function getPage(handler: Handler, address: string): Promise<Page> {
  const response = await handler(new Request(address))
  expect(response?.status).toBe(200)
  return (await response!.json()) as Page
}

function rowsOf(sketches: readonly EntrySketch[]): ReferenceRow[] {
  return makeCatalog(sketches).servers.flatMap(({ entries }) =>
    entries.map(({ name, version, official }) => ({
      name,
      version,
      status: official.status,
      publishedAt: official.publishedAt / 1e6,
      updatedAt: official.updatedAt / 1e6,
      isLatest: official.isLatest,
    })),
  )
}

const keyOf = (row: { name: string; version: string }): string => `${row.name}@${row.version}`

test('every page of every query is what the plain definition says', async () => {
  await fc.assert(
    fc.asyncProperty(catalog, queries, fc.boolean(), async (sketches, queries, onServer) => {
      const assets = memoryAssets(builtFiles(makeCatalog(sketches), TEST_CONFIG), { parts: onServer })
      const handler = createHandler(assets, { searchTable: onServer })
      const rows = rowsOf(sketches)
      for (const asked of queries) await compareCrawls(handler, rows, asked)
    }),
    { numRuns: 300 },
  )
})

async function compareCrawls(
  handler: Handler,
  rows: ReferenceRow[],
  asked: Partial<ReferenceQuery>,
): Promise<void> {
  const complete: ReferenceQuery = {
    limit: 30,
    search: '',
    version: '',
    ...asked,
    includeDeleted: asked.includeDeleted || asked.updatedSince !== undefined,
  }
  let cursor: string | undefined
  let after: ReferenceQuery['after']
  for (;;) {
    const page = await getPage(handler, addressOf(complete, cursor))
    const expected = naivePage(rows, { ...complete, ...(after && { after }) })
    const got = page.servers.map(({ server }) => server)
    // A page may end early where it would read too many shards, but then it must name the place to go on from.
    if (got.length < expected.length) expect(page.metadata.nextCursor).toBeDefined()
    expect(got.map(keyOf)).toEqual(expected.slice(0, got.length).map(keyOf))
    expect(page.metadata.count).toBe(got.length)
    if (got.length === complete.limit) expect(page.metadata.nextCursor).toBeDefined()
    cursor = page.metadata.nextCursor
    if (!cursor) return expect(got.length).toBe(expected.length)
    after = got.at(-1)!
  }
}

test('the plain cursors of the official server lead to the same page', async () => {
  await fc.assert(
    fc.asyncProperty(catalog, name, fc.option(version), async (sketches, cursorName, cursorVersion) => {
      const handler = createHandler(memoryAssets(builtFiles(makeCatalog(sketches), TEST_CONFIG)))
      const cursor = cursorVersion === null ? cursorName : `${cursorName}:${cursorVersion}`
      const page = await getPage(handler, addressOf({ limit: 100, includeDeleted: true }, cursor))
      const after = { name: cursorName, version: cursorVersion ?? '\u{10FFFF}' }
      const expected = naivePage(rowsOf(sketches), {
        limit: 100,
        search: '',
        version: '',
        includeDeleted: true,
        after,
      })
      expect(page.servers.map(({ server }) => keyOf(server))).toEqual(expected.map(keyOf))
    }),
    { numRuns: 100 },
  )
})

test('a crawl that is overtaken by a deploy misses nothing that was there all along', async () => {
  await fc.assert(
    fc.asyncProperty(catalog, catalog, fc.integer({ min: 1, max: 20 }), async (stays, others, limit) => {
      const files = builtFiles(makeCatalog(merge(stays, others.slice(0, others.length / 2))), TEST_CONFIG)
      const later = builtFiles(makeCatalog(merge(stays, others.slice(others.length / 2))), TEST_CONFIG)
      const handler = createHandler(memoryAssets(files), { cacheBytes: 1, headTtl: 60_000 })
      const seen = new Set<string>()
      let cursor: string | undefined
      let pages = 0
      do {
        const page = await getPage(handler, addressOf({ limit, includeDeleted: true }, cursor))
        for (const { server } of page.servers) seen.add(keyOf(server))
        cursor = page.metadata.nextCursor
        if (++pages === 2) replaceAll(files, later)
      } while (cursor)
      for (const entry of stays) expect(seen).toContain(keyOf(entry))
    }),
    { numRuns: 60 },
  )
})

function merge(first: readonly EntrySketch[], second: readonly EntrySketch[]): EntrySketch[] {
  return [...new Map([...second, ...first].map((entry) => [keyOf(entry), entry])).values()]
}

function replaceAll(files: Map<string, Uint8Array>, by: ReadonlyMap<string, Uint8Array>): void {
  files.clear()
  for (const [path, bytes] of by) files.set(path, bytes)
}
