import { SERVERS } from '../../model/tree-path.ts'
import type { Place } from '../../catalog/layout.ts'

/** What is looked at of a path that would change. */
export interface ChangedPath {
  path: string
  status: 'added' | 'modified' | 'removed'
  place?: Place
}

/**
 * Whether a change is none of the gate's business: code and settings, decisions of maintainers with what they remove,
 * and servers that come from another registry. Each such change has a file that its code owners must approve of, and
 * the gate never merges it.
 *
 * @param files all paths of the change, since one that nobody looked at may be anything
 */
export function isForPeople(files: readonly ChangedPath[]): boolean {
  if (files.length === 0) return false
  const moderated = foldersOf(files, 'moderation')
  const mirrored = foldersOf(files, 'upstream')
  return files.every(({ path, status, place }) => {
    if (!path.startsWith(`${SERVERS}/`)) return path !== SERVERS
    if (place?.kind === 'moderation' || place?.kind === 'upstream') return true
    if (status === 'removed' && isBelow(path, moderated)) return true
    return place?.kind === 'server' && isBelow(path, mirrored)
  })
}

/** The folders in which a kind of file is written. */
function foldersOf(files: readonly ChangedPath[], kind: 'moderation' | 'upstream'): string[] {
  return files
    .filter(({ place, status }) => place?.kind === kind && status !== 'removed')
    .map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1))
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder))
}
