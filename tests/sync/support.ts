import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { OFFICIAL_META } from '../../src/model/server-json.ts'
import type { SyncContext } from '../../src/sync/context.ts'

export interface Sketch {
  status?: string
  publishedAt?: string
  updatedAt?: string
  statusChangedAt?: string
  statusMessage?: string
  /** Merged into the document. */
  server?: object
}

/** One record as the official API gives it. */
export function record(name: string, version: string, sketch: Sketch = {}) {
  const { server, status = 'active', publishedAt = '2026-01-01T00:00:00Z', ...rest } = sketch
  return {
    server: {
      $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
      name,
      description: `What ${name} does`,
      version,
      remotes: [{ type: 'streamable-http', url: `https://example.com/${name}` }],
      ...server,
    },
    _meta: { [OFFICIAL_META]: { status, publishedAt, updatedAt: publishedAt, isLatest: true, ...rest } },
  }
}

/** A registry's root in a folder of its own, gone after the test. */
export function temporaryRoot(sync?: object): string {
  const root = mkdtempSync(join(tmpdir(), 'sync-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  if (sync) setPolicy(root, sync)
  return root
}

export function setPolicy(root: string, sync: object): void {
  writeFileSync(join(root, 'registry.config.json'), JSON.stringify({ title: 'Mirror', sync }))
}

/** Writes records as NDJSON and gives the path of the file, whose name is always the same. */
export function recordsFile(root: string, records: readonly unknown[]): string {
  return put(root, 'records.ndjson', records.map((item) => `${JSON.stringify(item)}\n`).join(''))
}

export function put(root: string, path: string, text: string | Uint8Array): string {
  const target = join(root, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
  return target
}

/** Every file below `servers/` with its content. */
export function filesOf(root: string): Record<string, string> {
  return Object.fromEntries(
    paths(root).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const),
  )
}

export function paths(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .filter((path) => path.startsWith('servers/'))
    .sort()
}

/** Stands for the content of every file below `root`, the mark included. */
export function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const item of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(item.parentPath, item.name)
    if (item.isFile()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** A world in which no time passes: pauses are noted and skipped. */
export function testContext(overrides: Partial<SyncContext> = {}): SyncContext & { pauses: number[] } {
  const pauses: number[] = []
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    now: () => Date.parse('2026-06-01T00:00:00Z') * 1000,
    progress: () => {},
    pauses,
    ...overrides,
  }
}

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang' | 'drop'

/** A web server on a free port of this machine; `answer` is asked with the path and the query. */
export async function webServer(
  answer: (path: string, query: URLSearchParams) => Reply | Promise<Reply>,
): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost')
    asked.push(`${url.pathname}${url.search}`)
    const reply = await answer(url.pathname, url.searchParams)
    if (reply === 'hang') return
    if (reply === 'drop') return void request.socket.destroy()
    const { status = 200, body = { title: 'Not Found', status: 404 }, headers = {} } = reply
    const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    response.writeHead(status, { date: 'Mon, 01 Jun 2026 00:00:00 GMT', ...headers }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

export const NOT_FOUND: Reply = { status: 404 }

/** Answers as the official API does: by name and version, in pages, with `updated_since`. */
export function apiOver(records: () => readonly ReturnType<typeof record>[], pageSize = 2) {
  return (path: string, query: URLSearchParams): Reply => {
    const sorted = records().toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    const versions = /^\/v0\.1\/servers\/([^/]+)\/versions$/.exec(path)
    if (versions) {
      const own = sorted.filter(({ server }) => server.name === decodeURIComponent(versions[1]!))
      return own.length > 0 ? { body: { servers: own, metadata: { count: own.length } } } : NOT_FOUND
    }
    if (path !== '/v0.1/servers') return NOT_FOUND
    const since = Date.parse(query.get('updated_since') ?? '1970-01-01T00:00:00Z')
    const limit = Math.min(pageSize, Number(query.get('limit') ?? 30))
    const found = sorted.filter(
      (item) =>
        keyOf(item) > (query.get('cursor') ?? '') && Date.parse(item._meta[OFFICIAL_META]!.updatedAt) > since,
    )
    const page = found.slice(0, limit)
    const more = page.length >= limit && { nextCursor: keyOf(page.at(-1)!) }
    return { body: { servers: page, metadata: { ...more, count: page.length } } }
  }
}

function keyOf({ server }: ReturnType<typeof record>): string {
  return `${server.name}:${server.version}`
}
