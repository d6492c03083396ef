import { RegistryError } from '../model/registry-error.ts'
import type { SyncContext } from './context.ts'
import { get, parseJson, type Answer } from './http.ts'
import { mapAll } from './map-all.ts'

const PAGE = 100
/** Far more than any registry holds; who sends more does not mean to end. */
const MAX_PAGES = 100_000
const MAX_ENTRIES = 5_000_000

/** What a registry answered. */
export interface Crawl {
  /** The address of the API, version included. */
  api: string
  /** `{ server, _meta }` each, as far as the source keeps to that. */
  entries: unknown[]
  /** The source's own clock before it gave its first answer; microseconds. */
  startedAt: number
  /** Whether the source is a set of files: every list is the whole list, whatever was asked for. */
  isStatic: boolean
  requests: number
}

interface Page {
  entries: unknown[]
  cursor?: string
  date?: number
}

/**
 * Reads the list of a registry to its end: everything, or what changed after `since`.
 *
 * @throws RegistryError R610 where there is no registry at `base`, R613 where its list does not end
 */
export async function crawl(base: string, since: string | undefined, context: SyncContext): Promise<Crawl> {
  const began = context.now()
  const { api, page: first } = await findApi(base, since, context)
  const entries = [...first.entries]
  const cursors = new Set<string>()
  const openings = new Set([opening(first)])
  let requests = 1
  let startedAt = Math.min(began, microseconds(first) ?? began)
  for (let page = first; page.cursor !== undefined; requests++) {
    if (cursors.has(page.cursor) || requests >= MAX_PAGES || entries.length > MAX_ENTRIES) throw endless(api)
    cursors.add(page.cursor)
    page = await getPage(listUrl(api, { since, cursor: page.cursor }), context)
    const name = opening(page)
    if (name !== undefined && openings.has(name)) throw endless(api)
    openings.add(name)
    for (const entry of page.entries) entries.push(entry)
    startedAt = Math.min(startedAt, microseconds(page) ?? startedAt)
    context.progress('read', entries.length)
  }
  const isStatic = requests === 1 && (await ignoresQueries(api, entries.length, context))
  return { api, entries, startedAt, isStatic, requests }
}

/** Reads all versions of some servers, deleted ones included where the source shows them. */
export async function readVersions(
  api: string,
  names: readonly string[],
  context: SyncContext,
): Promise<unknown[]> {
  let done = 0
  const answers = await mapAll(names, async (name) => {
    const entries = await versionsOf(api, name, context)
    context.progress('read', ++done, names.length)
    return entries
  })
  return answers.flat()
}

/** Some static hosts know the slash in a name only encoded, some only plain. */
async function versionsOf(api: string, name: string, context: SyncContext): Promise<unknown[]> {
  for (const path of [encodeURIComponent(name), name.split('/').map(encodeURIComponent).join('/')]) {
    const answer = await get(`${api}/servers/${path}/versions?include_deleted=true`, context)
    const page = pageOf(answer)
    if (page) return page.entries
  }
  return []
}

async function findApi(
  base: string,
  since: string | undefined,
  context: SyncContext,
): Promise<{ api: string; page: Page }> {
  const seen: string[] = []
  for (const api of [`${base}/v0.1`, `${base}/v0`]) {
    const answer = await get(listUrl(api, { since }), context)
    const page = pageOf(answer)
    if (page) return { api, page }
    seen.push(
      `${api}/servers ${answer.status === 200 ? 'is not a list of servers' : `answers ${answer.status}`}`,
    )
  }
  throw new RegistryError('R610', `There is no registry at ${base}: ${seen.join(', ')}.`, {
    fix: 'Give the base address of the registry, the part before /v0.1/servers.',
  })
}

async function getPage(url: string, context: SyncContext): Promise<Page> {
  const answer = await get(url, context)
  const page = pageOf(answer)
  if (page) return page
  const what = answer.status === 200 ? 'is not a list of servers' : `was answered with ${answer.status}`
  throw new RegistryError('R610', `${url} ${what}.`, {
    fix: 'Nothing was written. Run the command again later.',
  })
}

/** A list of servers; `undefined` where the answer is anything else. Empty lists of some registries are `null`. */
function pageOf({ status, bytes, date }: Answer): Page | undefined {
  const body = status === 200 ? parseJson(bytes) : undefined
  if (typeof body !== 'object' || body === null) return undefined
  const { servers, metadata } = body as { servers?: unknown; metadata?: unknown }
  if (servers !== null && !Array.isArray(servers)) return undefined
  const { nextCursor, next_cursor } = (metadata ?? {}) as { nextCursor?: unknown; next_cursor?: unknown }
  // The spelling of the first v0; to overlook it would be to take the first page for everything.
  const cursor = nextCursor ?? next_cursor
  return {
    entries: servers ?? [],
    ...(typeof cursor === 'string' && cursor !== '' && { cursor }),
    ...(date !== undefined && { date }),
  }
}

function listUrl(api: string, { since, cursor }: { since: string | undefined; cursor?: string }): string {
  const query = new URLSearchParams({ limit: String(PAGE), include_deleted: 'true' })
  if (since) query.set('updated_since', since)
  if (cursor !== undefined) query.set('cursor', cursor)
  return `${api}/servers?${query.toString()}`
}

/** A list that does not keep to a limit of one is a file. */
async function ignoresQueries(api: string, length: number, context: SyncContext): Promise<boolean> {
  if (length < 2) return false
  if (length > PAGE) return true
  const { entries } = await getPage(`${api}/servers?limit=1`, context)
  return entries.length > 1
}

/** The version that a page begins with; `undefined` where that has no name. */
function opening({ entries: [first] }: Page): string | undefined {
  const { server } = (first ?? {}) as { server?: { name?: unknown; version?: unknown } }
  return typeof server?.name === 'string' ? JSON.stringify([server.name, server.version]) : undefined
}

function microseconds({ date }: Page): number | undefined {
  return date === undefined ? undefined : date * 1_000
}

function endless(api: string): RegistryError {
  return new RegistryError(
    'R613',
    `${api}/servers does not end: its cursor leads to the same page again and again.`,
    {
      fix: 'The registry is probably a set of static files with a `nextCursor` in its list; its operator must remove that. Nothing was written.',
    },
  )
}
