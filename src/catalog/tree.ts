/** One file of a registry's tree. `path` is relative to the registry's root and uses `/`. */
export interface TreeFile {
  path: string
  /** The Git mode: `100644` for an ordinary file. */
  mode: string
  bytes: Buffer
  /** When the file was last written, in microseconds; known on disk only. */
  modifiedAt?: number
}

/**
 * A place that holds a registry's files: a folder on disk, a Git commit, or memory.
 * `files()` gives every file below `servers/`, in no particular order, without following links.
 */
export interface Tree {
  files(): AsyncIterable<TreeFile>
}
