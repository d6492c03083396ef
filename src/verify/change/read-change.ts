import { readGit } from '../../catalog/git.ts'
import { readObjects } from '../../catalog/git-objects.ts'
import { placeOf, type Place } from '../../catalog/layout.ts'
import { compareBytes } from '../../model/byte-order.ts'
import { proofBeside, SERVERS } from '../../model/tree-path.ts'
import { validateServerJson } from '../../validate/server-json.ts'
import type { Change, ChangedFile, Publication } from './change.ts'
import { isForPeople } from './for-people.ts'
import { COUNTED_FILES, LIMITS, LISTED_FILES } from './limits.ts'
import type { RawDifference } from './bounded-differences.ts'
import { readMergeEffect } from './merge-effect.ts'

/**
 * Reads a pull request as the effect that it would have, from Git's objects and without a checkout. Contents above the
 * limits are not read.
 *
 * @throws RegistryError R603
 */
export async function readChange(folder: string, base: string, head: string): Promise<Change> {
  const { differences, more, ...effect } = await readMergeEffect(folder, base, head)
  const placed = differences.map((difference) => ({ ...difference, ...locate(difference) }))
  const listed = placed.slice(0, LISTED_FILES)
  const sizes = await sizesOf(folder, listed)
  const contents = await contentsOf(folder, listed, sizes)
  const files = listed.map((difference) => toFile(difference, sizes, contents))
  return {
    ...effect,
    files,
    fileCount: more ? COUNTED_FILES : differences.length,
    isForPeople: !more && isForPeople(placed),
    publications: publicationsAmong(files),
    namespaces: namespacesOf(files),
  }
}

const ORDINARY = '100644'

/** What a path is for, or why it has no place. */
function locate({ path }: RawDifference): Pick<ChangedFile, 'place' | 'displaced'> {
  if (!path.startsWith(`${SERVERS}/`) && path !== SERVERS) return {}
  const place = placeOf(path)
  return typeof place === 'string' ? { displaced: place } : { place }
}

function toFile(
  { oid, ...file }: RawDifference & Pick<ChangedFile, 'place' | 'displaced'>,
  sizes: ReadonlyMap<string, number>,
  contents: ReadonlyMap<string, Buffer>,
): ChangedFile {
  const bytes = file.mode === ORDINARY ? contents.get(oid) : undefined
  return { ...file, size: sizes.get(oid) ?? 0, ...(bytes && { bytes }) }
}

/** The sizes of the blobs, asked before any of them is read. */
async function sizesOf(folder: string, files: readonly RawDifference[]): Promise<Map<string, number>> {
  const oids = [...new Set(files.filter(isBlob).map(({ oid }) => oid))]
  const sizes = new Map<string, number>()
  if (oids.length === 0) return sizes
  const lines = await readGit(folder, ['cat-file', '--batch-check'], `${oids.join('\n')}\n`)
  for (const line of lines.split('\n')) {
    const [oid = '', , size] = line.split(' ')
    if (size !== undefined) sizes.set(oid, Number(size))
  }
  return sizes
}

async function contentsOf(
  folder: string,
  files: readonly RawDifference[],
  sizes: ReadonlyMap<string, number>,
): Promise<Map<string, Buffer>> {
  const wanted = new Set<string>()
  let total = 0
  for (const { oid, mode } of files) {
    const size = sizes.get(oid)
    if (mode !== ORDINARY || size === undefined || size > LIMITS.fileBytes || wanted.has(oid)) continue
    total += size
    if (total > LIMITS.totalBytes) break
    wanted.add(oid)
  }
  const contents = new Map<string, Buffer>()
  for await (const { oid, bytes } of readObjects(folder, [...wanted])) contents.set(oid, bytes)
  return contents
}

/** A submodule's id names a commit of somewhere else, an empty folder is none, and a removed file has no id. */
function isBlob({ status, mode }: RawDifference): boolean {
  return status !== 'removed' && mode !== '160000' && mode !== '040000'
}

function publicationsAmong(files: readonly ChangedFile[]): Publication[] {
  const proofs = new Map(files.flatMap(({ path, bytes }) => (bytes ? [[path, bytes] as const] : [])))
  return files.flatMap((file) => {
    const { place, bytes, status, path } = file
    if (place?.kind !== 'server' || status !== 'added' || !bytes) return []
    const proof = proofs.get(proofBeside(path))
    const { namespace, version } = place
    return [
      {
        file: { ...file, bytes },
        name: `${namespace}/${place.name}`,
        namespace,
        version,
        validation: validateServerJson(bytes),
        ...(proof && { proof }),
      },
    ]
  })
}

function namespacesOf(files: readonly { place?: Place }[]): string[] {
  const namespaces = new Set(files.flatMap(({ place }) => (place ? [place.namespace] : [])))
  return [...namespaces].sort(compareBytes)
}
