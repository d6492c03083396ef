/** What one pull request may hold at most (security B3, B9). Publishers with more split it, maintainers import it. */
export const LIMITS = {
  /** Changed paths. */
  files: 50,
  /** Bytes of one file, as for every new server.json. */
  fileBytes: 256 * 1024,
  /** Bytes of all new contents. */
  totalBytes: 1024 * 1024,
  /** Packages of all new versions: each is asked for in its registry. */
  packages: 60,
  /** Bytes of a path. */
  pathBytes: 255,
}

/** Beyond this many, paths are counted and their contents are not looked at. */
export const LISTED_FILES = 500

/** Beyond this many, they are not even counted: no honest change is that large. */
export const COUNTED_FILES = 20_000
