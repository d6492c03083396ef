import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { show } from '../validate/text/show.ts'
import { usageError } from './stop.ts'

/** Far more than a server.json, a key or the settings of a client have. */
const MOST_BYTES = 4 * 2 ** 20

/**
 * Reads a file that the person named.
 *
 * @throws Stop where it cannot be read
 */
export function readFile(file: string, cwd: string, fix = 'Check the path.'): Buffer {
  const path = resolve(cwd, file)
  const size = sizeOf(path, file, fix)
  if (size > MOST_BYTES) throw usageError(`${show(file)} is far too large (${size} bytes).`, fix)
  return readFileSync(path)
}

/** The same, where it may well not be there. */
export function readIfThere(file: string, cwd: string): Buffer | undefined {
  const isThere = statSync(resolve(cwd, file), { throwIfNoEntry: false })
  return isThere && readFile(file, cwd)
}

function sizeOf(path: string, file: string, fix: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw usageError(`There is no file ${show(file)}.`, fix)
  if (!found.isFile()) throw usageError(`${show(file)} is not a file.`, fix)
  return found.size
}
