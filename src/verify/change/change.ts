import type { Place } from '../../catalog/layout.ts'
import type { Validation } from '../../validate/server-json.ts'

/**
 * The effect that merging a pull request would have on the main branch: not what its commits say, but the difference
 * between the main branch and the tree that a merge would make (security: judge the effect, not the diff).
 */
export interface Change {
  baseSha: string
  headSha: string
  /** Git's id of the tree that a merge would leave behind; of the base where nothing can be merged. */
  mergedTree: string
  /** Paths that cannot be merged. `unrelated`: head and base have no commit in common. */
  conflicts: readonly string[] | 'unrelated'
  /** Every path that would change, in byte order, up to a cap; a rename is a removal and an addition. */
  files: readonly ChangedFile[]
  /** How many there are, which may be more than are listed. */
  fileCount: number
  /** Whether people review it, and the gate has no say (`for-people.ts`). */
  isForPeople: boolean
  /** The new versions, from the readable `server.json` files that are added at a place of the tree. */
  publications: readonly Publication[]
  /** All namespaces with a changed file at a place of the tree, in byte order. */
  namespaces: readonly string[]
}

/** One path before and after. */
export interface ChangedFile {
  path: string
  status: 'added' | 'modified' | 'removed'
  /** Git's mode after the change, `000000` where the file is removed. */
  mode: string
  /** The size after the change in bytes; 0 where it is removed or no blob. */
  size: number
  /** The content after the change; absent where it is removed, no ordinary file, or too large to be read. */
  bytes?: Buffer
  /** What the path is for; absent outside `servers/` and where it has no place there. */
  place?: Place
  /** Why a path below `servers/` has no place, as the end of a sentence. */
  displaced?: string
}

/** A `server.json` that would be new. Name and version are those of the folders; the document may say otherwise. */
export interface Publication {
  file: ChangedFile & { bytes: Buffer }
  /** `namespace/name` */
  name: string
  namespace: string
  version: string
  validation: Validation
  /** The content of `proof.json` beside it, where one is added too. */
  proof?: Buffer
}
