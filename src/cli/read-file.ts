import { readFileSync, statSync, type Stats } from 'node:fs'
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
  const found = lookAt(file, cwd)
  if (!found) throw usageError(`There is no file ${show(file)}.`, fix)
  if (!found.isFile()) throw usageError(`${show(file)} is not a file.`, fix)
  if (found.size > MOST_BYTES) throw usageError(`${show(file)} is far too large (${found.size} bytes).`, fix)
  return readable(file, () => readFileSync(resolve(cwd, file)))
}

/** The same, where it may well not be there. */
export function readIfThere(file: string, cwd: string): Buffer | undefined {
  return lookAt(file, cwd) && readFile(file, cwd)
}

/**
 * What is at a path; `undefined` where nothing is.
 *
 * @throws Stop where that cannot be told
 */
export function lookAt(file: string, cwd: string): Stats | undefined {
  return readable(file, () => statSync(resolve(cwd, file), { throwIfNoEntry: false }))
}

function readable<Found>(file: string, read: () => Found): Found {
  try {
    return read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw usageError(
      `${show(file)} cannot be read (${code}).`,
      'Check where it leads, and who may read it: ls -l shows both.',
    )
  }
}
