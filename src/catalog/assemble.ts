import { compareBytes } from '../model/byte-order.ts'
import type { Entry } from '../model/entry.ts'
import { nameKey } from '../model/server-name.ts'
import { namespaceFolder, serverFolder, versionFolder } from '../model/tree-path.ts'
import { parseTimestamp } from '../model/timestamp.ts'
import type { Catalog, CatalogServer } from './catalog.ts'
import type { Draft, DraftVersion } from './draft.ts'
import { fileProblem, type Problem } from './problem.ts'
import { readModeration, readStatus } from './statement.ts'
import { replay, type Layer, type State, type StateChange, type VersionFate } from './timeline.ts'
import type { Times } from './times.ts'
import { upstreamLayer } from './upstream-record.ts'

/** Reads contents that a file had in earlier commits, by blob id. */
export type PastContents = ReadonlyMap<string, Buffer>

/** Which earlier contents the timeline needs: what status.md and moderation.md files used to say. */
export function pastContentsNeeded(draft: Draft, times: Times): string[] {
  const oids = new Set<string>()
  for (const path of statementPaths(draft, times)) {
    for (const { content } of times.changesOf(path, draft.statements.get(path))) {
      if (typeof content === 'object') oids.add(content.oid)
    }
  }
  return [...oids]
}

/** Puts a catalog together from what the files say and from when they said it. */
export function assemble(
  draft: Draft,
  times: Times,
  past: PastContents,
): { catalog: Catalog; problems: Problem[] } {
  const layers = new Map<string, Layer>()
  for (const path of statementPaths(draft, times))
    layers.set(path, { changes: statesAt(path, draft, times, past) })
  const servers = [...draft.versions]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([name, versions]) => assembleServer(name, versions, draft, times, layers))
  const updatedAt = servers.reduce(
    (newest, { entries }) =>
      entries.reduce((time, { official }) => Math.max(time, official.updatedAt), newest),
    0,
  )
  return { catalog: { servers, updatedAt }, problems: twins(draft) }
}

function assembleServer(
  name: string,
  versions: readonly DraftVersion[],
  draft: Draft,
  times: Times,
  layers: ReadonlyMap<string, Layer>,
): CatalogServer {
  const upstream = draft.upstream.get(name)
  const namespace = name.slice(0, name.indexOf('/'))
  const shared = [serverFolder(name), namespaceFolder(namespace)]
  const publications = new Map(
    versions.map(({ file, server }) => [server.version, times.publicationOf(file)]),
  )
  const fates = replay(
    versions.map(({ file, server: { version } }) => {
      const record = upstream?.versions[version]
      const own = versionFolder(name, version)
      const nearestFirst = [
        ...[own, ...shared].map((folder) => `${folder}/moderation.md`),
        ...[own, shared[0]].map((folder) => `${folder}/status.md`),
      ]
      return {
        version,
        publishedAt: record ? parseTimestamp(record.publishedAt)! : publications.get(version)!.at,
        order: publications.get(version)!.order,
        changedAt: record ? [parseTimestamp(record.updatedAt)!] : times.editsOf(file),
        layers: [
          ...nearestFirst.flatMap((path) => layers.get(path) ?? []),
          ...(record ? [upstreamLayer(record)] : []),
        ],
      }
    }),
  )
  const entries = versions
    .map(({ server }) =>
      entryOf(server, fates.get(server.version)!, publications.get(server.version)!, upstream?.source),
    )
    .sort((a, b) => compareBytes(a.version, b.version))
  const listing = draft.listings.get(name)
  const owner = draft.owners.get(namespace)
  const latest = entries.find(({ official }) => official.isLatest)!
  return { name, entries, latest, ...(listing && { listing }), ...(owner && { owner }) }
}

function entryOf(
  server: Entry['server'],
  fate: VersionFate,
  { commit, pullRequest }: { commit?: string; pullRequest?: number },
  upstream: string | undefined,
): Entry {
  const { status, statusChangedAt, message, publishedAt, updatedAt, isLatest, movedTo, moderation } = fate
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
      ...(upstream && { upstream }),
    },
    ...(moderation && { moderation }),
    ...(movedTo && { movedTo }),
  }
}

/** What the file at `path` has said over time. What cannot be read any more said nothing. */
function statesAt(path: string, draft: Draft, times: Times, past: PastContents): StateChange[] {
  const file = draft.statements.get(path)
  return times.changesOf(path, file).map(({ at, content }) => {
    const bytes =
      content === 'present' ? file?.bytes : content === 'removed' ? undefined : past.get(content.oid)
    return { at, state: bytes && stateFrom(path, bytes) }
  })
}

function stateFrom(path: string, bytes: Buffer): State | undefined {
  if (path.endsWith('/status.md')) {
    const read = readStatus(path, bytes)
    return 'statement' in read ? read.statement : undefined
  }
  const read = readModeration(path, bytes)
  if (!('statement' in read)) return undefined
  const { status, reason, message } = read.statement
  return { status, message: message ?? reason!, moderation: read.statement }
}

/** Every place where a statement is, or has been. */
function statementPaths(draft: Draft, times: Times): Set<string> {
  return new Set([...draft.statements.keys(), ...times.statementPaths()])
}

/** Names that differ in letter case only: the second and every further one is a problem. */
function twins(draft: Draft): Problem[] {
  const first = new Map<string, string>()
  const problems: Problem[] = []
  for (const name of [...draft.versions.keys()].sort(compareBytes)) {
    const other = first.get(nameKey(name))
    if (other === undefined) {
      first.set(nameKey(name), name)
      continue
    }
    const path = draft.versions.get(name)![0]!.file.path
    const saw = `The name \`${name}\` differs from \`${other}\` in letter case only.`
    problems.push(
      fileProblem(path, 'R601', saw, 'Names are unique without regard to case: keep one of the two.'),
    )
  }
  return problems
}
