import type { ServerJson } from '../model/server-json.ts'
import type { Listing, Owner } from './catalog.ts'
import { readJsonFile } from './json-file.ts'
import { placeOf, type Place } from './layout.ts'
import { fileProblem, type Problem } from './problem.ts'
import { readServerFile } from './server-file.ts'
import { readListing, readState } from './statement.ts'
import type { State } from './timeline.ts'
import { LARGEST_FILE, stateOf, type FileState, type Tree, type TreeFile } from './tree.ts'
import type { UpstreamRecord } from './upstream-record.ts'

/** A version as the tree holds it, before its times are known. */
export interface DraftVersion {
  file: FileState
  server: ServerJson
}

/** Everything that the files of a tree say, sorted by what they are for. */
export interface Draft {
  /** By server name. */
  versions: Map<string, DraftVersion[]>
  upstream: Map<string, UpstreamRecord>
  listings: Map<string, Listing>
  /** By namespace. */
  owners: Map<string, Owner>
  /** The status.md and moderation.md files, by path. */
  statements: Map<string, { file: FileState; state: State }>
  problems: Problem[]
}

/** Reads all files of a tree. What cannot be read becomes a problem and is left out. */
export async function readDraft(tree: Tree): Promise<Draft> {
  const draft: Draft = {
    versions: new Map(),
    upstream: new Map(),
    listings: new Map(),
    owners: new Map(),
    statements: new Map(),
    problems: [],
  }
  for await (const file of tree.files()) draft.problems.push(...take(draft, file))
  return draft
}

function take(draft: Draft, file: TreeFile): Problem[] {
  const place = placeOf(file.path)
  if (typeof place === 'string')
    return [fileProblem(file.path, 'R101', `This path ${place}.`, 'Remove or move it.')]
  if (file.mode !== '100644') {
    const saw = `This is not an ordinary file (its Git mode is ${file.mode}); links and executables have no place here.`
    return [fileProblem(file.path, 'R103', saw, 'Replace it by an ordinary file.')]
  }
  if (file.oversize !== undefined) {
    const saw = `The file has ${file.oversize} bytes; at most ${LARGEST_FILE} are read.`
    return [fileProblem(file.path, 'R105', saw)]
  }
  switch (place.kind) {
    case 'server':
      return takeServer(draft, file, place)
    case 'status':
    case 'moderation':
      return takeStatement(draft, file)
    case 'listing':
      return takeListing(draft, file, `${place.namespace}/${place.name}`)
    case 'owner':
      return takeJson(file, 'owner', draft.owners, place.namespace)
    case 'upstream':
      return takeJson(file, 'upstream', draft.upstream, `${place.namespace}/${place.name}`)
    case 'proof':
      return []
  }
}

function takeServer(draft: Draft, file: TreeFile, place: Extract<Place, { kind: 'server' }>): Problem[] {
  const read = readServerFile(file, place)
  if ('problems' in read) return read.problems
  const { name } = read.server
  const version = { file: stateOf(file), server: read.server }
  if (draft.versions.has(name)) draft.versions.get(name)!.push(version)
  else draft.versions.set(name, [version])
  return []
}

function takeStatement(draft: Draft, file: TreeFile): Problem[] {
  const read = readState(file.path, file.bytes)
  if ('problems' in read) return read.problems
  draft.statements.set(file.path, { file: stateOf(file), state: read.statement })
  return []
}

function takeListing(draft: Draft, file: TreeFile, name: string): Problem[] {
  const read = readListing(file.path, file.bytes)
  if ('problems' in read) return read.problems
  draft.listings.set(name, read.statement)
  return []
}

function takeJson<T>(
  file: TreeFile,
  schema: 'owner' | 'upstream',
  all: Map<string, T>,
  key: string,
): Problem[] {
  const read = readJsonFile(file, schema)
  if ('problems' in read) return read.problems
  all.set(key, read.data as T)
  return []
}
