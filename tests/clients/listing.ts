import assert from 'node:assert/strict'
import { get, type Target } from './target.ts'

export interface Entry {
  server: { name: string; description: string; version: string; packages?: unknown[]; remotes?: unknown[] }
  _meta: Record<string, unknown>
}

export interface List {
  servers: Entry[]
  metadata: { nextCursor?: string; count: number }
}

const OFFICIAL = 'io.modelcontextprotocol.registry/official'

export interface Official {
  status: string
  statusChangedAt: string
  publishedAt: string
  updatedAt: string
  isLatest: boolean
}

/** No registry in a test has as many pages: whoever gets here goes in a circle. */
const MAX_PAGES = 10_000

/** What a client has after it has followed a list to its end: every page's body, and all entries. */
export interface Crawl {
  bodies: string[]
  entries: Entry[]
}

/**
 * Reads a list as clients do, page after page. The cursor goes into the address as it is, as VS Code sends it.
 *
 * @param path with its query
 */
export async function crawl(target: Target, path: string): Promise<Crawl> {
  const bodies: string[] = []
  const entries: Entry[] = []
  let at = path
  for (let page = 0; page < MAX_PAGES; page++) {
    const { status, text } = await get(target, at)
    assert.equal(status, 200, `${at} is answered with ${status}`)
    const { servers, metadata } = JSON.parse(text) as List
    bodies.push(text)
    entries.push(...servers)
    if (!metadata.nextCursor) return { bodies, entries }
    assert.match(metadata.nextCursor, /^[A-Za-z0-9._~-]+$/, 'a cursor survives being pasted unencoded')
    at = `${path}${path.includes('?') ? '&' : '?'}cursor=${metadata.nextCursor}`
  }
  throw new assert.AssertionError({ message: `${path} has no last page` })
}

/** The latest version of every server, as VS Code, Copilot, ToolHive, Docker and Kaiden ask for it. */
export async function latestEntries(target: Target, prefix: string): Promise<Entry[]> {
  return (await crawl(target, `${prefix}/servers?limit=100&version=latest`)).entries
}

export function officialOf(entry: Entry): Official {
  const official = entry._meta[OFFICIAL]
  assert.ok(official, `${entry.server.name} has no official metadata`)
  return official as Official
}

/** `ns%2Fname`, in the path of a look-up. */
export function pathOf(prefix: string, name: string, rest: string): string {
  return `${prefix}/servers/${encodeURIComponent(name)}${rest}`
}
