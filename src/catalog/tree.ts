/** One file of a registry's tree. `path` is relative to the registry's root and uses `/`. */
export interface TreeFile {
  path: string
  /** The Git mode: `100644` for an ordinary file. */
  mode: string
  bytes: Buffer
  /** When the file was last written, in microseconds; known on disk only. */
  modifiedAt?: number
  /** The id of the bytes in Git; known where they come from a commit. */
  oid?: string
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
