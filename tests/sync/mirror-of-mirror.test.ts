import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createHandler } from '../../src/api/handler/handler.ts'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { readConfig } from '../../src/catalog/config.ts'
import { entriesOf } from '../../src/catalog/catalog.ts'
import { syncRegistry } from '../../src/sync/sync.ts'
import { builtFiles, memoryAssets } from '../support/memory-assets.ts'
import { filesOf, hashOf, paths, temporaryRoot, testContext } from './support.ts'

const FIXTURE = join(import.meta.dirname, 'fixtures/upstream.ndjson')
const BASE = 'https://mirror.example/registry'

async function build(root: string) {
  const { catalog, problems } = await readCatalog(root)
  expect(problems).toEqual([])
  return { catalog, files: builtFiles(catalog, readConfig(root)) }
}

/** The files of a built registry as a host gives them out, with the request handler before them or without. */
function hosted(files: ReadonlyMap<string, Uint8Array>, kind: 'handler' | 'files'): typeof fetch {
  const handle = createHandler(memoryAssets(files), { base: '/registry/' })
  return async (input) => {
    const request = new Request(input as string)
    const path = new URL(request.url).pathname.slice('/registry/'.length)
    if (kind === 'handler') return (await handle(request)) ?? new Response('', { status: 404 })
    const body = files.get(decodeURIComponent(path))
    return body ? new Response(Buffer.from(body)) : new Response('', { status: 404 })
  }
}

test.each(['handler', 'files'] as const)('a mirror of a mirror is identical, by its %s', async (kind) => {
  const rootA = temporaryRoot()
  await syncRegistry({ from: FIXTURE, root: rootA }, testContext())
  const a = await build(rootA)

  const rootB = temporaryRoot()
  const context = testContext({ fetch: hosted(a.files, kind) })
  const report = await syncRegistry({ from: BASE, root: rootB }, context)
  expect(report).toMatchObject({ source: BASE, records: 6, refused: [], twins: [] })
  expect(paths(rootB)).toEqual(paths(rootA))
  expect(documents(rootB)).toEqual(documents(rootA))

  const b = await build(rootB)
  const facts = ({ catalog }: typeof a) =>
    entriesOf(catalog).map(({ server, official }) => ({ server, official }))
  expect(facts(b)).toEqual(facts(a))

  const before = hashOf(rootB)
  expect(await syncRegistry({ from: BASE, root: rootB }, context)).toMatchObject({ files: 0 })
  expect(await syncRegistry({ from: BASE, root: rootB, full: true }, context)).toMatchObject({ files: 0 })
  expect(hashOf(rootB)).toBe(before)
})

test('record files are read once for every state of a registry, and are checked', async () => {
  const rootA = temporaryRoot()
  await syncRegistry({ from: FIXTURE, root: rootA }, testContext())
  const { files } = await build(rootA)
  const asked: string[] = []
  const host = hosted(files, 'files')
  const fetch: typeof globalThis.fetch = (input, init) => {
    asked.push(new URL(input as string).pathname)
    return host(input, init)
  }
  const rootB = temporaryRoot()
  await syncRegistry({ from: BASE, root: rootB }, testContext({ fetch }))
  asked.length = 0
  await syncRegistry({ from: BASE, root: rootB }, testContext({ fetch }))
  expect(asked).toEqual(['/registry/r/head.json'])

  const shard = [...files.keys()].find((path) => path.startsWith('r/s/'))!
  files.set(shard, Buffer.from(Buffer.from(files.get(shard)!).toString().replace('Finds', 'Steals')))
  const rootC = temporaryRoot()
  await expect(syncRegistry({ from: BASE, root: rootC }, testContext({ fetch }))).rejects.toMatchObject({
    code: 'R610',
    message: expect.stringContaining('its content is not what its name says'),
  })
  expect(paths(rootC)).toEqual([])
})

function documents(root: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesOf(root)).filter(([path]) => path.endsWith('/server.json')))
}
