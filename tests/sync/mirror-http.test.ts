import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MARK_FILE } from '../../src/sync/mark.ts'
import { syncRegistry } from '../../src/sync/sync.ts'
import {
  apiOver,
  filesOf,
  hashOf,
  NOT_FOUND,
  paths,
  record,
  setPolicy,
  temporaryRoot,
  testContext,
  webServer,
} from './support.ts'

const NAMES = ['com.acme/aa', 'com.acme/bb', 'com.acme/cc', 'com.acme/dd', 'com.acme/ee']
const all = () => NAMES.map((name) => record(name, '1.0.0'))

function markOf(root: string): Record<string, { since: string }> {
  return JSON.parse(readFileSync(join(root, MARK_FILE), 'utf8')) as Record<string, { since: string }>
}

test('an API is read to its last page, and from then on only what changed is asked for', async () => {
  let records = all()
  const { url, asked } = await webServer((path, query) => apiOver(() => records)(path, query))
  const root = temporaryRoot()
  const first = await syncRegistry({ from: `${url}/v0.1/servers`, root }, testContext())
  expect(first).toMatchObject({ source: url, records: 5, counts: { newServers: 5 } })
  expect(asked.filter((path) => path.startsWith('/v0.1'))).toEqual([
    '/v0.1/servers?limit=100&include_deleted=true',
    '/v0.1/servers?limit=100&include_deleted=true&cursor=com.acme%2Fbb%3A1.0.0',
    '/v0.1/servers?limit=100&include_deleted=true&cursor=com.acme%2Fdd%3A1.0.0',
  ])
  expect(markOf(root)[url]!.since).toBe('2026-06-01T00:00:00Z')

  asked.length = 0
  const before = hashOf(root)
  expect(await syncRegistry({ from: url, root }, testContext())).toMatchObject({ records: 0, files: 0 })
  expect(hashOf(root)).toBe(before)
  expect(asked[1]).toBe('/v0.1/servers?limit=100&include_deleted=true&updated_since=2026-05-31T23%3A55%3A00Z')

  const changed = { updatedAt: '2026-06-01T00:10:00Z', status: 'deleted' }
  records = [...records.slice(0, 4), record(NAMES[4]!, '1.0.0', changed)]
  const third = await syncRegistry({ from: url, root }, testContext())
  expect(third).toMatchObject({ since: '2026-05-31T23:55:00Z', counts: { updated: 1 }, missing: [] })
  expect(filesOf(root)['servers/ac/com.acme/ee/upstream.json']).toContain('deleted')
})

test('a record that changed behind the back of a crawl is seen by the next one', async () => {
  let records = all()
  let page = 0
  const { url } = await webServer((path, query) => {
    if (path === '/v0.1/servers' && ++page === 2) {
      records = [
        record(NAMES[0]!, '1.0.0', { updatedAt: '2026-06-01T00:01:00Z', server: { description: 'Changed' } }),
        ...records.slice(1, 4),
        record(NAMES[4]!, '1.0.0', { updatedAt: '2026-06-01T00:20:00Z' }),
      ]
    }
    return apiOver(() => records)(path, query)
  })
  const root = temporaryRoot()
  await syncRegistry({ from: url, root }, testContext())
  expect(filesOf(root)['servers/ac/com.acme/aa/1.0.0/server.json']).not.toContain('Changed')
  await syncRegistry({ from: url, root }, testContext())
  expect(filesOf(root)['servers/ac/com.acme/aa/1.0.0/server.json']).toContain('Changed')
})

test('a crawl that breaks off writes nothing, and the next one reads everything', async () => {
  let isDown = true
  const { url } = await webServer((path, query) =>
    isDown && query.get('cursor')?.startsWith('com.acme/bb') ? { status: 500 } : apiOver(all)(path, query),
  )
  const root = temporaryRoot()
  await expect(syncRegistry({ from: url, root }, testContext())).rejects.toMatchObject({ code: 'R610' })
  expect(paths(root)).toEqual([])
  isDown = false
  expect((await syncRegistry({ from: url, root }, testContext())).counts.newServers).toBe(5)
})

test('under a wider policy everything is asked for again', async () => {
  const { url, asked } = await webServer(apiOver(all))
  const root = temporaryRoot({ include: ['com.acme/aa'] })
  const narrow = await syncRegistry({ from: url, root }, testContext())
  expect(narrow.counts).toMatchObject({ newServers: 1, skipped: 4 })
  setPolicy(root, { include: ['com.acme/{aa,bb}'] })
  asked.length = 0
  expect((await syncRegistry({ from: url, root }, testContext())).counts.newServers).toBe(1)
  expect(asked.join()).not.toContain('updated_since')
  asked.length = 0
  await syncRegistry({ from: url, root, full: true }, testContext())
  expect(asked.join()).not.toContain('updated_since')
})

test('where only the latest is kept and that is taken down, the one before it comes back', async () => {
  let records = ['1.0.0', '1.1.0'].map((version) => record('com.acme/aa', version))
  const { url } = await webServer((path, query) => apiOver(() => records)(path, query))
  const root = temporaryRoot({ versions: 'latest' })
  await syncRegistry({ from: url, root }, testContext())
  expect(paths(root)).toContain('servers/ac/com.acme/aa/1.1.0/server.json')
  const gone = record('com.acme/aa', '1.1.0', { status: 'deleted', updatedAt: '2026-06-02T00:00:00Z' })
  records = [records[0]!, gone]
  await syncRegistry({ from: url, root }, testContext())
  expect(paths(root)).toEqual([
    'servers/ac/com.acme/aa/1.0.0/server.json',
    'servers/ac/com.acme/aa/upstream.json',
  ])
})

test('a registry that speaks v0 only is read too, in its first spelling of the cursor', async () => {
  const pages: Record<string, unknown> = {
    '': { servers: [record('com.acme/aa', '1.0.0')], metadata: { next_cursor: 'x' } },
    x: { servers: [record('com.acme/bb', '1.0.0')] },
  }
  const { url } = await webServer((path, query) =>
    path === '/v0/servers' && query.get('limit') === '100'
      ? { body: pages[query.get('cursor') ?? ''] }
      : NOT_FOUND,
  )
  const root = temporaryRoot()
  expect((await syncRegistry({ from: `${url}/v0`, root }, testContext())).records).toBe(2)
})

describe('a set of files', () => {
  const latest = [record('com.acme/aa', '2.0.0'), record('com.acme/bb', '1.0.0')]
  const versions = [record('com.acme/aa', '2.0.0'), record('com.acme/aa', '1.0.0')]
  const host = (path: string) => {
    if (path === '/v0.1/servers') return { body: { servers: latest, metadata: { count: 2 } } }
    // Some hosts know a name only with its slash as it is.
    if (path === '/v0.1/servers/com.acme/aa/versions') return { body: { servers: versions } }
    return NOT_FOUND
  }

  test('has its older versions beside the list', async () => {
    const { url } = await webServer(host)
    const root = temporaryRoot()
    await syncRegistry({ from: url, root }, testContext())
    expect(paths(root).filter((path) => path.endsWith('server.json'))).toEqual([
      'servers/ac/com.acme/aa/1.0.0/server.json',
      'servers/ac/com.acme/aa/2.0.0/server.json',
      'servers/ac/com.acme/bb/1.0.0/server.json',
    ])
    const before = hashOf(root)
    await syncRegistry({ from: url, root }, testContext())
    expect(hashOf(root)).toBe(before)
  })

  test('is not asked for what the policy does not want', async () => {
    const { url, asked } = await webServer(host)
    const root = temporaryRoot({ versions: 'latest' })
    await syncRegistry({ from: url, root }, testContext())
    expect(asked.filter((path) => path.includes('versions'))).toEqual([])
  })

  test('with a cursor in its list is an error, not an endless loop', async () => {
    const { url, asked } = await webServer((path) =>
      path === '/v0.1/servers'
        ? { body: { servers: latest, metadata: { count: 2, nextCursor: 'com.acme/bb:1.0.0' } } }
        : NOT_FOUND,
    )
    const root = temporaryRoot()
    await expect(syncRegistry({ from: url, root }, testContext())).rejects.toMatchObject({
      code: 'R613',
      fix: expect.stringContaining('nextCursor'),
    })
    expect(asked.length).toBeLessThan(5)
    expect(paths(root)).toEqual([])
  })
})

test('a cursor that comes again is an error even where the pages differ', async () => {
  let page = 0
  const { url } = await webServer((path) =>
    path === '/v0.1/servers'
      ? { body: { servers: [record(`com.acme/n${++page}`, '1.0.0')], metadata: { nextCursor: 'same' } } }
      : NOT_FOUND,
  )
  await expect(syncRegistry({ from: url, root: temporaryRoot() }, testContext())).rejects.toMatchObject({
    code: 'R613',
  })
})

test.each([
  ['nothing', () => NOT_FOUND, 'answers 404'],
  ['a web page', () => ({ body: '<!doctype html>' }), 'is not a list of servers'],
  ['other JSON', () => ({ body: { servers: 'none' } }), 'is not a list of servers'],
])('where there is %s, there is no registry', async (_what, answer, why) => {
  const { url } = await webServer(answer)
  const run = syncRegistry({ from: url, root: temporaryRoot() }, testContext())
  await expect(run).rejects.toThrow(expect.objectContaining({ code: 'R610' }))
  await expect(run).rejects.toThrow(why)
})
