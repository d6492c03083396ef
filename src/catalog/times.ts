import type { CommitSource, FileEvent, FileHistory, History } from './history.ts'
import type { FileState } from './tree.ts'

/** When a file came to be, and from which commit. */
export interface Publication extends Partial<CommitSource> {
  at: number
  order: number
}

/** A moment in which a file's content changed; `oid` names an older content in Git, absent for the present one. */
interface ContentChange {
  at: number
  /** The place of the commit in the main branch's history. */
  order: number
  /** `present`: the bytes that the tree holds; `removed`: no file; otherwise the blob to read. */
  content: 'present' | 'removed' | { oid: string }
}

/** Tells the times of a tree's files. All times are microseconds since 1970. */
export interface Times {
  publicationOf(file: FileState): Publication
  /** Changes of a server.json after its publication. */
  editsOf(file: FileState): number[]
  /** Where a status.md or a moderation.md is or has been, as far as is known. */
  statementPaths(): Iterable<string>
  /** Every content a file has had, oldest first. */
  changesOf(path: string, file: FileState | undefined): ContentChange[]
}

/** Uncommitted files come after every commit. */
const UNCOMMITTED = Number.MAX_SAFE_INTEGER

/** Times from Git's history; what is not committed yet happens at `now`. */
export function gitTimes(history: History, now: number): Times {
  return {
    publicationOf(file) {
      const past = standing(history.get(file.path))
      if (!past) return { at: now, order: UNCOMMITTED }
      const { at, order, commit, pullRequest, gate } = past.added
      // The gate has not seen what the file was changed to later.
      const isAsJudged = file.oid !== undefined && file.oid === past.added.oid
      return {
        at,
        order,
        commit,
        ...(pullRequest && { pullRequest }),
        ...(gate && isAsJudged && { gate }),
      }
    },
    editsOf(file) {
      const past = standing(history.get(file.path))
      if (!past) return []
      const edits = past.events.slice(0, -1).map(({ at }) => at) // The last one is the publication.
      return isCommitted(file, past.events[0]!) ? edits : [...edits, now]
    },
    *statementPaths() {
      for (const path of history.keys()) if (path.endsWith('.md')) yield path
    },
    changesOf(path, file) {
      const events = history.get(path)?.events ?? []
      const last = events[0]
      const changes = events
        .toReversed()
        .map(({ at, order, oid }) => ({ at, order, content: oid ? { oid } : 'removed' }) as const)
      if (!file)
        return last?.oid ? [...changes, { at: now, order: UNCOMMITTED, content: 'removed' }] : changes
      if (!last || !isCommitted(file, last)) {
        return [...changes, { at: now, order: UNCOMMITTED, content: 'present' }]
      }
      return [...changes.slice(0, -1), { at: last.at, order: last.order, content: 'present' }]
    },
  }
}

/** Times from the file system, for a copy of the registry outside Git. */
export function fileTimes(now: number): Times {
  const modified = (file: FileState): number => file.modifiedAt ?? now
  return {
    publicationOf: (file) => ({ at: modified(file), order: 0 }),
    editsOf: () => [],
    statementPaths: () => [],
    changesOf: (_path, file) => (file ? [{ at: modified(file), order: 0, content: 'present' }] : []),
  }
}

/** The history of a version that was added and not removed since. */
function standing(past: FileHistory | undefined): Required<FileHistory> | undefined {
  return past?.added && past.events[0]?.oid !== undefined ? { ...past, added: past.added } : undefined
}

/** Whether a file still has the content of its last commit. */
function isCommitted(file: FileState, { oid }: FileEvent): boolean {
  return oid !== undefined && file.oid === oid
}
