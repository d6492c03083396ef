import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { applyOperations } from '../../src/sync/apply.ts'
import { readMirrorTree } from '../../src/sync/mirror-tree.ts'
import { planSync } from '../../src/sync/plan.ts'
import { readRecord } from '../../src/sync/record.ts'
import { syncRegistry } from '../../src/sync/sync.ts'
import {
  filesOf,
  hashOf,
  paths,
  put,
  record,
  recordsFile,
  setPolicy,
  temporaryRoot,
  testContext,
} from './support.ts'

const FIXTURE = join(import.meta.dirname, 'fixtures/upstream.ndjson')

function mirror(root: string, records: readonly unknown[]) {
  return syncRegistry({ from: recordsFile(root, records), root }, testContext())
}

test('a dump becomes a tree that a catalog can be read from, and a second run changes no byte', async () => {
  const root = temporaryRoot()
  const first = await syncRegistry({ from: FIXTURE, root }, testContext())
  expect(first).toMatchObject({
    source: 'upstream.ndjson',
    records: 9,
    counts: { newServers: 4, newVersions: 6, updated: 0, unchanged: 0, removed: 0, skipped: 0 },
    refused: [
      { name: 'com.acme/empty-version', version: '', code: 'R252' },
      { name: 'io.github.acme/tools/two', version: '1.0.0', code: 'R240' },
    ],
    twins: [{ name: 'io.github.Acme/weather', keeps: 'io.github.acme/weather' }],
  })
  expect(paths(root)).toEqual([
    'servers/ac/com.acme/search/1.0.0%2Bbuild.1/server.json',
    'servers/ac/com.acme/search/1.0.0/server.json',
    'servers/ac/com.acme/search/upstream.json',
    'servers/ac/io.github.acme/server.json/1.0.1%C2%BA/server.json',
    'servers/ac/io.github.acme/server.json/upstream.json',
    'servers/ac/io.github.acme/weather/0.9.0/server.json',
    'servers/ac/io.github.acme/weather/1.0.0/server.json',
    'servers/ac/io.github.acme/weather/upstream.json',
    'servers/ex/org.example/old/1.0.0/server.json',
    'servers/ex/org.example/old/upstream.json',
  ])
  const { catalog, problems } = await readCatalog(root)
  expect(problems).toEqual([])
  expect(catalog.servers.map(({ name, latest }) => [name, latest.version, latest.official.status])).toEqual([
    ['com.acme/search', '1.0.0', 'active'],
    ['io.github.acme/server.json', '1.0.1º', 'active'],
    ['io.github.acme/weather', '1.0.0', 'active'],
    ['org.example/old', '1.0.0', 'deleted'],
  ])

  const before = hashOf(root)
  const second = await syncRegistry({ from: FIXTURE, root }, testContext())
  expect(second).toMatchObject({ files: 0, counts: { newVersions: 0, updated: 0, unchanged: 6 } })
  expect(hashOf(root)).toBe(before)
})

test('server.json has the canonical form, upstream.json the times in one form', async () => {
  const root = temporaryRoot()
  await syncRegistry({ from: FIXTURE, root }, testContext())
  const files = filesOf(root)
  expect(files['servers/ac/io.github.acme/weather/0.9.0/server.json']).toMatchInlineSnapshot(`
    "{
      "$schema": "https://static.modelcontextprotocol.io/schemas/2025-09-29/server.schema.json",
      "name": "io.github.acme/weather",
      "description": "Weather for the world",
      "version": "0.9.0",
      "packages": [
        {
          "registryType": "npm",
          "identifier": "@acme/weather",
          "version": "0.9.0",
          "transport": {
            "type": "stdio"
          }
        }
      ]
    }
    "
  `)
  expect(files['servers/ac/io.github.acme/weather/upstream.json']).toMatchInlineSnapshot(`
    "{
      "source": "upstream.ndjson",
      "versions": {
        "0.9.0": {
          "status": "deprecated",
          "statusChangedAt": "2026-02-01T00:00:00.5Z",
          "statusMessage": "Use 1.0.0",
          "publishedAt": "2025-10-01T08:00:00.123456Z",
          "updatedAt": "2026-02-01T00:00:00.5Z"
        },
        "1.0.0": {
          "status": "active",
          "publishedAt": "2025-11-01T08:00:00Z",
          "updatedAt": "2025-11-01T08:00:00Z"
        }
      }
    }
    "
  `)
})

test('a record that was rewritten upstream is updated in its place', async () => {
  const root = temporaryRoot()
  await mirror(root, [record('com.acme/aa', '1.0.0'), record('com.acme/aa', '1.1.0')])
  const rewritten = record('com.acme/aa', '1.0.0', {
    status: 'deleted',
    updatedAt: '2026-03-01T00:00:00Z',
    server: { description: 'Rewritten' },
  })
  const report = await mirror(root, [rewritten])
  expect(report).toMatchObject({ counts: { newVersions: 0, updated: 1, unchanged: 0, removed: 0 }, files: 2 })
  expect(report.missing).toEqual([{ name: 'com.acme/aa', version: '1.1.0' }])
  const files = filesOf(root)
  expect(files['servers/ac/com.acme/aa/1.0.0/server.json']).toContain('"Rewritten"')
  expect(JSON.parse(files['servers/ac/com.acme/aa/upstream.json']!).versions).toMatchObject({
    '1.0.0': { status: 'deleted', updatedAt: '2026-03-01T00:00:00Z' },
    '1.1.0': { status: 'active' },
  })
})

test('a takedown arrives even where the document that comes with it is refused', async () => {
  const root = temporaryRoot()
  await mirror(root, [record('com.acme/aa', '1.0.0')])
  const erased = record('com.acme/aa', '1.0.0', {
    status: 'deleted',
    statusMessage: 'Malware',
    updatedAt: '2026-03-01T00:00:00Z',
    server: { description: '', remotes: 'erased' },
  })
  const report = await mirror(root, [erased])
  expect(report.refused).toHaveLength(1)
  expect(report.counts.updated).toBe(1)
  const { catalog } = await readCatalog(root)
  expect(catalog.servers[0]!.latest).toMatchObject({
    server: { description: 'What com.acme/aa does' },
    official: { status: 'deleted', statusMessage: 'Malware' },
  })
})

test('of several records of one version the newest counts', async () => {
  const root = temporaryRoot()
  const at = (updatedAt: string, description: string) =>
    record('com.acme/aa', '1.0.0', { updatedAt, server: { description } })
  await mirror(root, [at('2026-02-01T00:00:00Z', 'newest'), at('2026-01-15T00:00:00Z', 'older')])
  expect(filesOf(root)['servers/ac/com.acme/aa/1.0.0/server.json']).toContain('newest')
})

test("the registry's own servers and those of another source are left alone", async () => {
  const root = temporaryRoot()
  const own = put(root, 'servers/ac/com.acme/own/1.0.0/server.json', '{"mine": true}')
  put(root, 'dump.json', JSON.stringify([record('com.acme/theirs', '1.0.0')]))
  await syncRegistry({ from: join(root, 'dump.json'), root }, testContext())
  const report = await mirror(root, [
    record('com.acme/own', '1.0.0'),
    record('com.acme/own', '2.0.0'),
    record('com.acme/theirs', '1.0.0', { status: 'deprecated' }),
    record('com.acme/OWN', '1.0.0'),
  ])
  expect(report).toMatchObject({
    files: 0,
    own: [{ name: 'com.acme/own' }],
    otherSource: [{ name: 'com.acme/theirs', source: 'dump.json' }],
    twins: [{ name: 'com.acme/OWN', keeps: 'com.acme/own' }],
  })
  expect(readFileSync(own, 'utf8')).toBe('{"mine": true}')
})

test('an own version beside mirrored ones is left alone too', async () => {
  const root = temporaryRoot()
  await mirror(root, [record('com.acme/aa', '1.0.0')])
  put(root, 'servers/ac/com.acme/aa/2.0.0/server.json', '{"mine": true}')
  const report = await mirror(root, [record('com.acme/aa', '1.0.0'), record('com.acme/aa', '2.0.0')])
  expect(report).toMatchObject({ files: 0, own: [{ name: 'com.acme/aa', version: '2.0.0' }] })
})

test('of case twins the one that was published first comes in, and stays when an older one turns up', async () => {
  const root = temporaryRoot()
  const late = record('io.github.Foo/xx', '1.0.0', { publishedAt: '2026-02-01T00:00:00Z' })
  const early = record('io.github.foo/xx', '1.0.0', { publishedAt: '2026-01-01T00:00:00Z' })
  const earliest = record('io.github.FOO/xx', '1.0.0', { publishedAt: '2025-01-01T00:00:00Z' })
  const first = await mirror(root, [late, early])
  expect(first.twins).toEqual([{ name: 'io.github.Foo/xx', keeps: 'io.github.foo/xx' }])
  const before = paths(root)
  const second = await mirror(root, [earliest, late, early])
  expect(second.twins.map(({ keeps }) => keeps)).toEqual(['io.github.foo/xx', 'io.github.foo/xx'])
  expect(paths(root)).toEqual(before)
})

test('versions that differ in case only would share a folder on many disks', async () => {
  const root = temporaryRoot()
  const report = await mirror(root, [
    record('com.acme/aa', '1.0.0-RC1', { publishedAt: '2026-02-01T00:00:00Z' }),
    record('com.acme/aa', '1.0.0-rc1'),
  ])
  expect(report.twins).toEqual([{ name: 'com.acme/aa', version: '1.0.0-RC1', keeps: '1.0.0-rc1' }])
})

test('what the policy no longer wants leaves the tree, the empty folders with it', async () => {
  const root = temporaryRoot()
  const records = [
    ...['1.0.0', '1.1.0', '1.2.0'].map((version, index) =>
      record('com.acme/aa', version, { publishedAt: `2026-01-0${index + 1}T00:00:00Z` }),
    ),
    record('org.example/bb', '1.0.0'),
  ]
  await mirror(root, records)
  setPolicy(root, { versions: 'latest', exclude: ['org.example'] })
  const report = await mirror(root, records)
  expect(report.counts).toMatchObject({ removed: 3, unchanged: 1, updated: 0 })
  expect(paths(root)).toEqual([
    'servers/ac/com.acme/aa/1.2.0/server.json',
    'servers/ac/com.acme/aa/upstream.json',
  ])
  const newer = record('com.acme/aa', '1.3.0', { publishedAt: '2026-02-01T00:00:00Z' })
  expect(await mirror(root, [...records, newer])).toMatchObject({ counts: { newVersions: 1, removed: 1 } })
  expect(paths(root)).toEqual([
    'servers/ac/com.acme/aa/1.3.0/server.json',
    'servers/ac/com.acme/aa/upstream.json',
  ])
})

test('a dry run tells the same and writes nothing', async () => {
  const root = temporaryRoot()
  const report = await syncRegistry({ from: FIXTURE, root, dryRun: true }, testContext())
  expect(report).toMatchObject({ dryRun: true, counts: { newVersions: 6 } })
  expect(paths(root)).toEqual([])
})

test('records without metadata are published when they are first seen, and stay so', async () => {
  const root = temporaryRoot()
  const { server } = record('com.acme/aa', '1.0.0')
  await mirror(root, [server])
  const before = hashOf(root)
  const later = testContext({ now: () => Date.parse('2026-07-01T00:00:00Z') * 1000 })
  await syncRegistry({ from: recordsFile(root, [server]), root }, later)
  expect(hashOf(root)).toBe(before)
  await syncRegistry({ from: recordsFile(root, [{ ...server, title: 'A' }]), root }, later)
  const { versions } = JSON.parse(filesOf(root)['servers/ac/com.acme/aa/upstream.json']!)
  expect(versions['1.0.0']).toMatchObject({
    publishedAt: '2026-06-01T00:00:00Z',
    updatedAt: '2026-07-01T00:00:00Z',
  })
})

test.each([
  ['an array', (records: unknown[]) => JSON.stringify(records, null, 2)],
  ['a list of the API', (records: unknown[]) => JSON.stringify({ servers: records, metadata: { count: 1 } })],
  ['gzip', (records: unknown[]) => gzipSync(records.map((item) => JSON.stringify(item)).join('\r\n'))],
])('a file may be %s', async (_form, write) => {
  const root = temporaryRoot()
  const from = put(root, 'dump', write([record('com.acme/aa', '1.0.0'), record('com.acme/bb', '1.0.0')]))
  expect((await syncRegistry({ from, root }, testContext())).counts.newServers).toBe(2)
})

test('hostile records are refused and named, and nothing is written beside servers/', async () => {
  const root = temporaryRoot()
  const prototype = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}') as object
  const report = await mirror(root, [
    record('../../etc/passwd', '1.0.0'),
    record('com.acme/..', '1.0.0'),
    record('com.acme/aa', '..'),
    record('com.acme/aa', '.'),
    record('com.acme/aa', '../../../../x'),
    record('com.acme/aa', 'upstream.json'),
    record('com.acme/aa', 'STATUS.md'),
    record('com.acme/aa', '€'.repeat(200)),
    record('com.acme/owner.json', '1.0.0'),
    record('com.acme/huge', '1.0.0', { server: { description: 'x'.repeat(2 ** 21) } }),
    { server: prototype },
    null,
    7,
    [],
    { server: { name: 'com.acme/n', version: 5 } },
    record('com.acme/time', '1.0.0', { publishedAt: 'yesterday' }),
    record('com.acme/time', '1.0.1', { publishedAt: '9999-12-31T23:59:59-23:59' }),
    record('com.acme/status', '1.0.0', { status: 'gone' }),
    record('com.acme/fine', '__proto__'),
    record('com.acme/fine', 'constructor'),
    record('com.acme/fine', '10'),
    record('com.acme/fine', '2'),
  ])
  expect(paths(root)).toEqual([
    // A slash in a version is a character like any other once it is encoded.
    'servers/ac/com.acme/aa/..%2F..%2F..%2F..%2Fx/server.json',
    'servers/ac/com.acme/aa/upstream.json',
    'servers/ac/com.acme/fine/10/server.json',
    'servers/ac/com.acme/fine/2/server.json',
    'servers/ac/com.acme/fine/__proto__/server.json',
    'servers/ac/com.acme/fine/constructor/server.json',
    'servers/ac/com.acme/fine/upstream.json',
  ])
  expect(report.refused).toHaveLength(16)
  const versions = JSON.parse(filesOf(root)['servers/ac/com.acme/fine/upstream.json']!).versions as object
  expect(Object.keys(versions).sort()).toEqual(['10', '2', '__proto__', 'constructor'])
  expect((await readCatalog(root)).problems).toEqual([])
  expect(await mirror(root, [record('com.acme/fine', '__proto__')])).toMatchObject({ files: 0 })
})

test('a file that is not whole is not used at all', async () => {
  const root = temporaryRoot()
  const lines = [JSON.stringify(record('com.acme/aa', '1.0.0')), '{"server": {"name": "com.ac']
  const from = put(root, 'cut.ndjson', lines.join('\n'))
  await expect(syncRegistry({ from, root }, testContext())).rejects.toMatchObject({
    code: 'R610',
    message: expect.stringContaining('line 2'),
  })
  await expect(syncRegistry({ from: join(root, 'none.json'), root }, testContext())).rejects.toThrow('ENOENT')
  expect(paths(root)).toEqual([])
})

test('a run that broke off while writing is completed by the next, wherever that was', async () => {
  const old = ['1.0.0', '1.1.0'].map((version) => record('com.acme/aa', version))
  const now = [
    ...old,
    record('com.acme/aa', '1.2.0', { publishedAt: '2026-02-01T00:00:00Z' }),
    record('com.acme/bb', '1.0.0'),
  ]
  const begin = async (): Promise<string> => {
    const root = temporaryRoot({ versions: 2 })
    await mirror(root, old)
    setPolicy(root, { versions: 'latest' })
    return root
  }
  const whole = await begin()
  await mirror(whole, now)
  for (let done = 0; ; done++) {
    const root = await begin()
    const { operations } = planSync({
      source: 'records.ndjson',
      readings: now.map((item) => readRecord(item)),
      tree: await readMirrorTree(root),
      policy: { versions: 'latest' },
      now: 0,
      isComplete: true,
    })
    applyOperations(root, operations.slice(0, done), () => {})
    await mirror(root, now)
    expect(filesOf(root), `after ${done} operations`).toEqual(filesOf(whole))
    if (done === operations.length) break
  }
})

test('records in any order make the same plan', async () => {
  const records = readFileSync(FIXTURE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  const [forward, backward] = [temporaryRoot(), temporaryRoot()]
  await mirror(forward, records)
  await mirror(backward, records.toReversed())
  expect(filesOf(backward)).toEqual(filesOf(forward))
})
