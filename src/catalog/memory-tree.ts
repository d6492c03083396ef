import type { Tree } from './tree.ts'

/** A tree of ordinary files given as `path → text`. */
export function memoryTree(files: Record<string, string>): Tree {
  return {
    async *files() {
      for (const [path, text] of Object.entries(files)) {
        yield { path, mode: '100644', bytes: Buffer.from(text) }
      }
    },
  }
}
