import { namespaceOf } from '../model/server-name.ts'
import { compareBytes } from '../model/byte-order.ts'
import type { Entry } from '../model/entry.ts'
import { namespaceFolder, serverFolder } from '../model/tree-path.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { Catalog, CatalogServer } from './catalog.ts'
import type { Draft, DraftVersion } from './draft.ts'
import { recordFor } from './gate-record.ts'
import { readState } from './statement.ts'
import { replay, type Layer, type State, type StateChange, type VersionFate } from './timeline.ts'
import type { Publication, Times } from './times.ts'
import { recordOf, upstreamLayer } from './upstream-record.ts'

/** Reads contents that a file had in earlier commits, by blob id. */
export type PastContents = ReadonlyMap<string, Buffer>

/** Which earlier contents the timeline needs: what status.md and moderation.md files used to say. */
export function pastContentsNeeded(draft: Draft, times: Times): string[] {
  const oids = new Set<string>()
  for (const path of statementPaths(draft, times)) {
    for (const { content } of times.changesOf(path, draft.statements.get(path)?.file)) {
      if (typeof content === 'object') oids.add(content.oid)
    }
  }
  return [...oids]
}

/** Puts a catalog together from what the files say and from when they said it. */
export function assemble(draft: Draft, times: Times, past: PastContents): Catalog {
  const layers: Layers = { moderation: new Map(), status: new Map() }
  for (const path of statementPaths(draft, times)) {
    const slash = path.lastIndexOf('/')
    const kind = path.endsWith('/status.md') ? 'status' : 'moderation'
    layers[kind].set(path.slice(0, slash), { changes: statesAt(path, draft, times, past) })
  }
  const servers = [...draft.versions]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([name, versions]) => assembleServer(name, versions, draft, times, layers))
  let updatedAt = 0
  for (const { entries } of servers) {
    for (const { official } of entries) updatedAt = Math.max(updatedAt, official.updatedAt)
  }
  return { servers, updatedAt }
}

/** What status.md and moderation.md files have said, by their folders. */
interface Layers {
  moderation: Map<string, Layer>
  status: Map<string, Layer>
}

function assembleServer(
  name: string,
  unsorted: readonly DraftVersion[],
  draft: Draft,
  times: Times,
  { moderation, status }: Layers,
): CatalogServer {
  const upstream = draft.upstream.get(name)
  const namespace = namespaceOf(name)
  const folder = serverFolder(name)
  const ofAll = [moderation.get(folder), moderation.get(namespaceFolder(namespace))]
  // Files come in any order; where a commit publishes versions that compare as equal, the first by bytes is first.
  const versions = unsorted
    .map(({ file, server }) => ({
      file,
      server,
      publication: times.publicationOf(file),
      record: recordOf(upstream, server.version),
    }))
    .sort((a, b) => compareBytes(a.server.version, b.server.version))
  const fates = replay(
    versions.map(({ file, server, publication, record }) => {
      const own = file.path.slice(0, file.path.lastIndexOf('/'))
      const nearestFirst = [moderation.get(own), ...ofAll, status.get(own), status.get(folder)]
      return {
        version: server.version,
        publishedAt: record ? parseTimestamp(record.publishedAt)! : publication.at,
        order: publication.order,
        changedAt: record ? [parseTimestamp(record.updatedAt)!] : times.editsOf(file),
        layers: [...nearestFirst, record && upstreamLayer(record)].filter((layer) => layer !== undefined),
      }
    }),
  )
  const entries = versions.map(({ server, publication, record }) =>
    entryOf(server, fates.get(server.version)!, publication, record && upstream?.source),
  )
  const listing = draft.listings.get(name)
  const owner = draft.owners.get(namespace)
  const latest = entries.find(({ official }) => official.isLatest)!
  return { name, entries, latest, ...(listing && { listing }), ...(owner && { owner }) }
}

function entryOf(
  server: Entry['server'],
  { state, statusChangedAt, publishedAt, updatedAt, isLatest }: VersionFate,
  { commit, pullRequest, gate }: Publication,
  upstream: string | undefined,
): Entry {
  const { status, message, movedTo, moderation } = state
  return {
    name: server.name,
    version: server.version,
    server,
    official: {
      status,
      statusChangedAt,
      ...(message && { statusMessage: message }),
      publishedAt,
      updatedAt,
      isLatest,
    },
    provenance: {
      ...(commit && { commit }),
      ...(pullRequest && { pullRequest }),
      ...(gate && recordFor(server, gate)),
      ...(upstream && { upstream }),
    },
    ...(moderation && { moderation }),
    ...(movedTo && { movedTo }),
  }
}

/** What the file at `path` has said over time. What cannot be read any more said nothing. */
function statesAt(path: string, draft: Draft, times: Times, past: PastContents): StateChange[] {
  const present = draft.statements.get(path)
  return times.changesOf(path, present?.file).map(({ at, order, content }) => {
    if (content === 'present') return { at, order, state: present?.state }
    return { at, order, state: content === 'removed' ? undefined : stateFrom(path, past.get(content.oid)) }
  })
}

function stateFrom(path: string, bytes: Buffer | undefined): State | undefined {
  const read = bytes && readState(path, bytes)
  return read && 'statement' in read ? read.statement : undefined
}

/** Every place where a statement is, or has been. */
function statementPaths(draft: Draft, times: Times): Set<string> {
  return new Set([...draft.statements.keys(), ...times.statementPaths()])
}
