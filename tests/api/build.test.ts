import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { apiFiles } from '../../src/api/emit/api-files.ts'
import { createHandler } from '../../src/api/handler/handler.ts'
import { builtFiles, memoryAssets } from '../support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG, type EntrySketch } from '../support/make-catalog.ts'

const many = (count: number): EntrySketch[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `com.acme/server-${i}`,
    version: '1.0.0',
    publishedAt: 1_700_000_000 + i,
  }))

const listOf = (files: ReadonlyMap<string, Uint8Array>) =>
  JSON.parse(Buffer.from(files.get('v0.1/servers.html')!).toString()) as {
    servers: { server: { name: string } }[]
    metadata: { count: number; nextCursor?: string }
    _meta?: Record<string, { complete: boolean; total: number; all: string }>
  }

describe('profile tree', () => {
  test('says everything at every path where a host may look', () => {
    const paths = [...builtFiles(makeCatalog(many(1)), TEST_CONFIG).keys()]
    for (const prefix of ['v0.1', 'v0']) {
      const versions = `${prefix}/servers/com.acme/server-0/versions`
      expect(paths).toEqual(
        expect.arrayContaining([
          ...[`${prefix}/servers.html`, `${prefix}/servers/index.html`, `${prefix}/servers.json`],
          ...[`${versions}.html`, `${versions}/index.html`, `${versions}/latest`, `${versions}/1.0.0`],
        ]),
      )
    }
    expect(paths).toEqual(expect.arrayContaining(['.nojekyll', '_headers', 'openapi.yaml', 'r/head.json']))
  })

  test('what is deleted is not there, so that a look-up of it is a 404', () => {
    const gone = { name: 'com.acme/gone', version: '1.0.0', publishedAt: 1, status: 'deleted' } as const
    const half = { name: 'com.acme/half', version: '2.0.0', publishedAt: 2, status: 'deleted' } as const
    const files = builtFiles(
      makeCatalog([gone, half, { ...half, version: '1.0.0', status: 'active' }]),
      TEST_CONFIG,
    )
    const paths = [...files.keys()].filter((path) => path.startsWith('v0.1/servers/com.acme'))
    expect(paths.filter((path) => path.includes('gone') || path.endsWith('2.0.0'))).toEqual([])
    expect(listOf(files).servers.map(({ server }) => server.name)).toEqual(['com.acme/half'])
  })

  test('the list begins with what is featured, then the newest', () => {
    const featured = ['com.acme/server-1', 'com.acme/server-0']
    const names = listOf(builtFiles(makeCatalog(many(4)), { ...TEST_CONFIG, featured })).servers
    expect(names.map(({ server }) => server.name.at(-1))).toEqual(['1', '0', '3', '2'])
  })

  test('a list that is too large for clients holds what fits, and says so', () => {
    const told: string[] = []
    const catalog = makeCatalog(many(30_000))
    const files = new Map<string, Uint8Array>()
    for (const { path, body } of apiFiles(catalog, TEST_CONFIG, { warn: (message) => told.push(message) })) {
      if (path.startsWith('v0.1/servers.') || path.includes('server-29999/') || path === 'v0/servers.html') {
        files.set(path, Buffer.from(body as Uint8Array))
      }
    }
    const { servers, metadata, _meta } = listOf(files)
    expect(files.get('v0.1/servers.html')!.length).toBeLessThan(10 * 1024 * 1024)
    expect(servers.length).toBe(metadata.count)
    expect(metadata.nextCursor).toBeUndefined()
    expect(_meta![TEST_CONFIG.metaKey]).toMatchObject({ complete: false, total: 30_000 })
    expect(told.join('\n')).toContain('"profile": "edge"')
    // At this size `/v0` has the list, and the look-ups are under `/v0.1` alone.
    expect(files.has('v0/servers.html')).toBe(true)
    expect([...files.keys()].filter((path) => path.startsWith('v0/servers/'))).toEqual([])
    expect(files.has('v0.1/servers/com.acme/server-29999/versions/latest')).toBe(true)
  })
})

test('profile edge has the records and no tree, and answers the same', async () => {
  const catalog = makeCatalog(many(40))
  const tree = builtFiles(catalog, TEST_CONFIG)
  const edge = builtFiles(catalog, { ...TEST_CONFIG, profile: 'edge' })
  expect([...edge.keys()].filter((path) => path.includes('/servers'))).toEqual([])
  const ask = async (files: ReadonlyMap<string, Uint8Array>) =>
    (await createHandler(memoryAssets(files))(
      new Request('https://registry.example/v0.1/servers?limit=100'),
    ))!.text()
  expect(await ask(edge)).toBe(await ask(tree))
})

test('a catalog is built to the same bytes and times every time', () => {
  const build = () =>
    [...apiFiles(makeCatalog(many(200)), TEST_CONFIG)].map(({ path, body, updatedAt }) => ({
      path,
      updatedAt,
      body: Buffer.from(body).toString('base64'),
    }))
  expect(build()).toEqual(build())
})

test('the lockfile names no place to download from', () => {
  const lock = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')
  expect(lock).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/)
})
