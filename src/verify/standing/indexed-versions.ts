import { placeOf } from '../../catalog/layout.ts'
import { parseSound } from '../../catalog/json-file.ts'
import { readObjects } from '../../catalog/git-objects.ts'
import { listTree } from '../../catalog/ls-tree.ts'
import { SERVERS } from '../../model/tree-path.ts'
import { isServerJson } from '../../validate/accepts.ts'
import { boundedDifferences } from '../change/bounded-differences.ts'
import type { IndexedVersion } from './registry-index.ts'

/** All versions of a commit. */
export async function versionsAt(repository: string, commit: string): Promise<IndexedVersion[]> {
  return versionsIn(repository, await listTree(repository, commit, SERVERS))
}

/**
 * The versions that a commit has and an earlier one has not; `undefined` where anything else has happened in between,
 * which only maintainers and mirrors do.
 */
export async function versionsSince(
  repository: string,
  from: string,
  to: string,
): Promise<IndexedVersion[] | undefined> {
  const { differences } = await boundedDifferences(repository, from, to, Infinity)
  const changed = differences.filter(isServerFile)
  if (changed.some(({ status }) => status !== 'added')) return undefined
  return versionsIn(repository, changed)
}

interface Blob {
  path: string
  oid: string
}

function isServerFile({ path }: Blob): boolean {
  return path.startsWith(`${SERVERS}/`) && path.endsWith('/server.json')
}

async function versionsIn(repository: string, blobs: readonly Blob[]): Promise<IndexedVersion[]> {
  const files = blobs.filter(isServerFile)
  const versions: IndexedVersion[] = []
  let next = 0
  for await (const { bytes } of readObjects(
    repository,
    files.map(({ oid }) => oid),
  )) {
    const place = placeOf(files[next++]!.path)
    if (typeof place === 'string' || place.kind !== 'server') continue
    const { namespace, name, version } = place
    versions.push({ name: `${namespace}/${name}`, version, remotes: remotesIn(bytes) })
  }
  return versions
}

const REMOTES = Buffer.from('remotes')
const ESCAPE = Buffer.from('\\u')

/** Most files have no remotes, which their bytes tell. */
function remotesIn(bytes: Buffer): string[] {
  if (!bytes.includes(REMOTES) && !bytes.includes(ESCAPE)) return []
  const document = parseSound(bytes)
  if (!isServerJson(document)) return []
  return (document.remotes ?? []).flatMap(({ url }) => (url ? [url] : []))
}
