/** A file of the built registry. */
export interface ApiFile {
  /** Relative to the output folder, with `/`. */
  path: string
  body: string | Uint8Array
  /** The newest change in the file, microseconds since 1970; unchanged files keep their time between builds. */
  updatedAt: number
}
