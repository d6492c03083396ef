import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtFiles } from '../../../tests/support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG } from '../../../tests/support/make-catalog.ts'
import { createApp } from './app.ts'

let parent: string
let root: string

/** Files for machines, whose types tell them what to do. */
const TYPES: Record<string, string> = {
  'feed.xml': 'application/atom+xml; charset=utf-8',
  'feed/type/npm.xml': 'application/atom+xml; charset=utf-8',
  'servers/com.acme/x/feed.xml': 'application/atom+xml; charset=utf-8',
  'servers/com.acme/x/index.md': 'text/markdown; charset=utf-8',
  'sitemap-1.xml': 'application/xml; charset=utf-8',
  'opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
  'badge/com.acme/x.svg': 'image/svg+xml; charset=utf-8',
  '.well-known/security.txt': 'text/plain; charset=utf-8',
  'llms.txt': 'text/plain; charset=utf-8',
}

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'registry-app-'))
  root = join(parent, 'dist')
  const entries = Array.from({ length: 20 }, (_, i) => ({
    name: `com.acme/server-${i}`,
    version: '1.0.0',
    publishedAt: 1_700_000_000 + i,
  }))
  const files = new Map<string, string | Uint8Array>(builtFiles(makeCatalog(entries), TEST_CONFIG))
  files.set('index.html', '<!doctype html><title>Home</title>')
  files.set('docs/index.html', '<!doctype html><title>Docs</title>')
  files.set('404.html', '<!doctype html><title>Not here</title>')
  files.set('_astro/app.abc123.js', '// code\n'.repeat(500))
  files.set('.hidden', 'no')
  for (const path of Object.keys(TYPES)) files.set(path, 'x')
  for (const [path, body] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), body)
  }
  writeFileSync(join(parent, 'secret.txt'), 'secret')
})

afterAll(() => rmSync(parent, { recursive: true, force: true }))

const ask = (path: string, init: RequestInit = {}, base = '/'): Promise<Response> =>
  Promise.resolve(createApp(root, { base }).fetch(new Request(`http://localhost${path}`, init)))

describe('the site', () => {
  test.each(Object.entries(TYPES))('%s is %s', async (path, type) => {
    const response = await ask(`/${path}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a folder is its index, with a slash at the end', async () => {
    expect(await (await ask('/docs/')).text()).toContain('Docs')
    const redirect = await ask('/docs?x=1')
    expect([redirect.status, redirect.headers.get('location')]).toEqual([308, '/docs/?x=1'])
  })

  test('an unknown path is the page for people, with status 404', async () => {
    const response = await ask('/nothing/here')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('Not here')
  })

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/docs/..%2f..%2fsecret.txt',
    '/%00',
    '/.hidden',
    '/%ff',
  ])('nothing outside the build is served: %s', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })

  test('hashed files may be kept for ever, pages may not', async () => {
    expect((await ask('/_astro/app.abc123.js')).headers.get('cache-control')).toContain('immutable')
    expect((await ask('/')).headers.get('cache-control')).not.toContain('immutable')
  })

  test('HEAD has the headers and no body', async () => {
    const response = await ask('/', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toBe('')
  })

  test('the files of the API are for other hosts', async () => {
    const type = async (path: string) => (await ask(path)).headers.get('content-type')
    expect((await ask('/v0.1%2Fservers')).status).toBe(404)
    expect((await ask('//v0.1/servers?limit=1')).headers.get('location')).toBe('/v0.1/servers?limit=1')
    expect(await type('/v0.1/servers.json')).toBe('application/json')
  })

  test('an API answer to HEAD tells its length', async () => {
    const whole = await (await ask('/v0.1/servers')).arrayBuffer()
    const head = await ask('/v0.1/servers', { method: 'HEAD' })
    expect([await head.text(), head.headers.get('content-length')]).toEqual(['', String(whole.byteLength)])
  })

  test('other methods are refused', async () => {
    expect((await ask('/docs/', { method: 'POST' })).status).toBe(405)
  })
})

describe('an answer that the client has already', () => {
  test.each(['/', '/v0.1/servers', '/v0.1/servers/com.acme%2Fserver-1/versions/latest'])(
    'is not sent again: %s',
    async (path) => {
      const etag = (await ask(path)).headers.get('etag')!
      const again = await ask(path, { headers: { 'if-none-match': etag } })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
      expect((await ask(path, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
    },
  )

  test('an unknown server stays unknown to those who know the registry', async () => {
    const etag = (await ask('/v0.1/servers')).headers.get('etag')!
    const missing = '/v0.1/servers/com.acme%2Fnone/versions/latest'
    expect((await ask(missing, { headers: { 'if-none-match': etag } })).status).toBe(404)
  })
})

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
  ] as const)('by what the client accepts: %s', async (accepted, encoding) => {
    for (const path of ['/v0.1/servers', '/_astro/app.abc123.js']) {
      const plain = Buffer.from(await (await ask(path)).arrayBuffer())
      const packed = await ask(path, { headers: { 'accept-encoding': accepted } })
      expect(packed.headers.get('content-encoding')).toBe(encoding)
      expect(packed.headers.get('vary')).toContain('Accept-Encoding')
      expect(unpack[encoding](Buffer.from(await packed.arrayBuffer())).equals(plain)).toBe(true)
    }
  })

  test('not where nobody asked, and not where it is not worth it', async () => {
    expect((await ask('/v0.1/servers')).headers.get('content-encoding')).toBeNull()
    expect(
      (await ask('/v0.1/ping', { headers: { 'accept-encoding': 'br' } })).headers.get('content-encoding'),
    ).toBeNull()
  })
})

describe('below a sub-path', () => {
  test('API and site live there, and the way in leads there', async () => {
    expect((await ask('/registry/v0.1/servers?limit=1', {}, '/registry/')).status).toBe(200)
    expect(await (await ask('/registry/', {}, '/registry/')).text()).toContain('Home')
    const redirect = await ask('/', {}, '/registry/')
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, '/registry/'])
    expect((await ask('/v0.1/servers', {}, '/registry/')).status).toBe(404)
  })
})
