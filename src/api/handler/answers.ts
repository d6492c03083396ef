import { parseTimestamp } from '../../model/timestamp.ts'
import { byPublication, listDocument } from '../list.ts'
import { problemDocument } from '../problem.ts'
import type { Route } from './route.ts'
import { readIncludeDeleted, readListQuery } from './parameters.ts'
import type { Generation } from './record-store.ts'
import { documentReply, problemReply, unchangedReply } from './reply.ts'
import { selectPage } from './select.ts'
import { writeCursor } from './cursor.ts'

/** Tells whether the client has this state of the registry already, given its `If-None-Match`. */
export interface Freshness {
  etag: string
  isKnown: boolean
}

/** GET …/servers (official API §2). */
export async function answerList(
  generation: Generation,
  parameters: URLSearchParams,
  fresh: Freshness,
): Promise<Response> {
  const query = readListQuery(parameters)
  if ('body' in query) return problemReply(query.status, query.body)
  if (fresh.isKnown) return unchangedReply(fresh.etag)
  const { index } = generation
  const { records, more } = selectPage(index, query)
  const lines = await generation.lines(records)
  const last = records.at(-1)
  if (!more || last === undefined) return documentReply(listDocument(lines), fresh.etag)
  const place = { name: index.names.at(index.serverOf(last)), version: index.versionText.at(last) }
  return documentReply(listDocument(lines, { nextCursor: writeCursor(place) }), fresh.etag)
}

/** GET …/servers/{name}/versions (official API §3). */
export async function answerVersions(
  generation: Generation,
  { name }: Extract<Route, { kind: 'versions' }>,
  parameters: URLSearchParams,
  fresh: Freshness,
): Promise<Response> {
  const includeDeleted = readIncludeDeleted(parameters)
  if (typeof includeDeleted !== 'boolean') return problemReply(includeDeleted.status, includeDeleted.body)
  const records = recordsOf(generation, name).filter(
    (record) => includeDeleted || !generation.index.isDeleted(record),
  )
  if (records.length === 0) return notFound()
  if (fresh.isKnown) return unchangedReply(fresh.etag)
  const lines = await generation.lines(records)
  const versions = records.map((record, i) => ({
    line: lines[i]!,
    publishedAt: publishedAtOf(lines[i]!),
    version: generation.index.versionText.at(record),
  }))
  return documentReply(listDocument(versions.sort(byPublication).map(({ line }) => line)), fresh.etag)
}

/** GET …/servers/{name}/versions/{version}, where `version` may be `latest` (official API §4). */
export async function answerVersion(
  generation: Generation,
  { name, version }: Extract<Route, { kind: 'version' }>,
  parameters: URLSearchParams,
  fresh: Freshness,
): Promise<Response> {
  const includeDeleted = readIncludeDeleted(parameters)
  if (typeof includeDeleted !== 'boolean') return problemReply(includeDeleted.status, includeDeleted.body)
  const { index } = generation
  const record = recordsOf(generation, name).find((candidate) =>
    version === 'latest' ? index.isLatest(candidate) : index.versionText.at(candidate) === version,
  )
  if (record === undefined || (index.isDeleted(record) && !includeDeleted)) return notFound()
  if (fresh.isKnown) return unchangedReply(fresh.etag)
  const [line] = await generation.lines([record])
  return documentReply(line!, fresh.etag)
}

function recordsOf({ index }: Generation, name: string): number[] {
  const server = index.serverNamed(name)
  if (server < 0) return []
  const first = index.starts[server]!
  return Array.from({ length: index.starts[server + 1]! - first }, (_, i) => first + i)
}

function notFound(): Response {
  return problemReply(404, problemDocument(404, 'Server not found'))
}

/** The last `publishedAt` of a line is the registry's own; nothing that a publisher writes comes after it. */
function publishedAtOf(line: Uint8Array): number {
  const text = new TextDecoder().decode(line)
  const key = '"publishedAt":"'
  const start = text.lastIndexOf(key) + key.length
  return parseTimestamp(text.slice(start, text.indexOf('"', start)))!
}
