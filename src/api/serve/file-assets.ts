import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from '../handler/assets.ts'

/** The files of a built registry in the folder `root`, for the request handler. */
export function fileAssets(root: string): Assets {
  return {
    get: (path) => ifThere(() => readFile(join(root, path))),
    getPart: (path, start, end) => ifThere(() => readPart(join(root, path), start, end)),
  }
}

/** A few kilobytes that the system has in memory are there sooner than a thread pool could begin to read them. */
function readPart(path: string, start: number, end: number | undefined): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe((end ?? fstatSync(file).size) - start)
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start))
  } finally {
    closeSync(file)
  }
}

async function ifThere(read: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await read()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
