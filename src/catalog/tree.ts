/** What tells one state of a file from another. */
export interface FileState {
  /** Relative to the registry's root, with `/`. */
  path: string
  /** The id that Git has, or would have, for the bytes; absent outside Git. */
  oid?: string
  /** When the file was last written, in microseconds; known on disk only. */
  modifiedAt?: number
}

/** One file of a registry's tree. */
export interface TreeFile extends FileState {
  /** The Git mode: `100644` for an ordinary file. */
  mode: string
  bytes: Buffer
  /** The size of a file that is too large to be read; `bytes` is empty then. */
  oversize?: number
}

/** No file of a registry comes near this size: ten thousand mirrored versions need two megabytes of upstream.json. */
export const LARGEST_FILE = 16 * 1024 * 1024

/**
 * A place that holds a registry's files: a folder on disk, a Git commit, or memory.
 * `files()` gives every file below `servers/`, in no particular order, without following links.
 */
export interface Tree {
  files(): AsyncIterable<TreeFile>
}

/** A file without its content, which is a hundred megabytes in a large registry. */
export function stateOf({ path, oid, modifiedAt }: TreeFile): FileState {
  return { path, ...(oid !== undefined && { oid }), ...(modifiedAt !== undefined && { modifiedAt }) }
}
