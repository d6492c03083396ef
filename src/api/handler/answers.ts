import { parseTimestamp } from '../../model/timestamp.ts'
import { byPublication, listDocument } from '../list.ts'
import { problemDocument } from '../problem.ts'
import { writeCursor } from './cursor.ts'
import { readIncludeDeleted, readListQuery, type Refusal } from './parameters.ts'
import type { Generation } from './record-store.ts'
import type { Route } from './route.ts'
import { selectPage } from './select.ts'

/** What a request gets: a refusal, or a document that is read only if the client does not have it yet. */
export type Answer = Refusal | (() => Promise<Uint8Array>)

/** GET …/servers (official API §2). */
export function answerList({ index, lines }: Generation, parameters: URLSearchParams): Answer {
  const query = readListQuery(parameters)
  if ('body' in query) return query
  return async () => {
    const { records, more } = selectPage(index, query)
    const last = records.at(-1)
    if (!more || last === undefined) return listDocument(await lines(records))
    const place = { name: index.names.at(index.serverOf(last)), version: index.versionText.at(last) }
    return listDocument(await lines(records), { nextCursor: writeCursor(place) })
  }
}

/** GET …/servers/{name}/versions (official API §3). */
export function answerVersions(
  { index, lines }: Generation,
  { name }: Extract<Route, { kind: 'versions' }>,
  parameters: URLSearchParams,
): Answer {
  const includeDeleted = readIncludeDeleted(parameters)
  if (typeof includeDeleted !== 'boolean') return includeDeleted
  const records = index.recordsOf(name).filter((record) => includeDeleted || !index.isDeleted(record))
  if (records.length === 0) return NOT_FOUND
  return async () => {
    const found = await lines(records)
    const versions = records.map((record, i) => ({
      line: found[i]!,
      publishedAt: publishedAtOf(found[i]!),
      version: index.versionText.at(record),
    }))
    return listDocument(versions.sort(byPublication).map(({ line }) => line))
  }
}

/** GET …/servers/{name}/versions/{version}, where `version` may be `latest` (official API §4). */
export function answerVersion(
  { index, lines }: Generation,
  { name, version }: Extract<Route, { kind: 'version' }>,
  parameters: URLSearchParams,
): Answer {
  const includeDeleted = readIncludeDeleted(parameters)
  if (typeof includeDeleted !== 'boolean') return includeDeleted
  const record = index
    .recordsOf(name)
    .find((candidate) =>
      version === 'latest' ? index.isLatest(candidate) : index.versionText.at(candidate) === version,
    )
  if (record === undefined || (index.isDeleted(record) && !includeDeleted)) return NOT_FOUND
  return async () => (await lines([record]))[0]!
}

const NOT_FOUND: Refusal = { status: 404, body: problemDocument(404, 'Server not found') }

/** The last `publishedAt` of a line is the registry's own; nothing that a publisher writes comes after it. */
function publishedAtOf(line: Uint8Array): number {
  const text = new TextDecoder().decode(line)
  const key = '"publishedAt":"'
  const start = text.lastIndexOf(key) + key.length
  return parseTimestamp(text.slice(start, text.indexOf('"', start)))!
}
