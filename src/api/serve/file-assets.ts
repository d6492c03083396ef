import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from '../handler/record-store.ts'

/** The files of a built registry in the folder `root`, for the request handler. */
export function fileAssets(root: string): Assets {
  return {
    async get(path) {
      try {
        return await readFile(join(root, path))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}
