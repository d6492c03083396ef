import { closeSync, opendirSync, openSync, readSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, sep } from 'node:path'
import { BadFile } from './bad-file.ts'

/** The files of a project, which may be anybody's: nothing outside of its folder is read, and nothing large. */
export interface Project {
  /**
   * The text of a file, `undefined` where there is none.
   *
   * @param path from the folder of the project, with `/`
   * @throws BadFile where it cannot be read as text
   */
  read(path: string, maxBytes?: number): string | undefined
  /** @throws BadFile where it cannot be read */
  bytes(path: string, maxBytes: number): Uint8Array | undefined
  /** The names in a folder, sorted; none where there is no such folder. Links are files only if they stay inside. */
  list(path: string): { files: string[]; folders: string[] }
}

const LARGEST = 1024 * 1024
const MOST_NAMES = 5_000

/** The files below a folder of this machine. */
export function openProject(folder: string): Project {
  const root = realpathSync(folder)
  const bytes: Project['bytes'] = (path, maxBytes) => {
    const place = inside(root, path)
    const stats = place === undefined ? undefined : statSync(place, { throwIfNoEntry: false })
    // A named pipe would be waited for without end.
    if (place === undefined || !stats?.isFile()) return undefined
    if (stats.size > maxBytes) throw new BadFile(`is larger than ${Math.floor(maxBytes / 1024)} KiB`)
    return readBytes(place, stats.size)
  }
  return {
    bytes,
    read(path, maxBytes = LARGEST) {
      const found = bytes(path, maxBytes)
      return found && decode(found)
    },
    list(path) {
      const place = inside(root, path)
      const files: string[] = []
      const folders: string[] = []
      for (const entry of place ? entriesOf(place) : []) {
        if (entry.isDirectory()) folders.push(entry.name)
        else if (entry.isFile() || entry.isSymbolicLink()) files.push(entry.name)
      }
      return { files: files.sort(), folders: folders.sort() }
    },
  }
}

/** Where a path leads when links are followed; `undefined` where that is nowhere, or out of the project. */
function inside(root: string, path: string): string | undefined {
  try {
    const place = realpathSync(join(root, path))
    return place === root || place.startsWith(root.endsWith(sep) ? root : root + sep) ? place : undefined
  } catch {
    return undefined
  }
}

function entriesOf(place: string): Dirent[] {
  try {
    const folder = opendirSync(place)
    const entries: Dirent[] = []
    try {
      for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
        if (entries.push(entry) >= MOST_NAMES) break
      }
    } finally {
      folder.closeSync()
    }
    return entries
  } catch {
    return []
  }
}

/** Never more than was there a moment ago, even where the file grows meanwhile. */
function readBytes(place: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  try {
    const file = openSync(place, 'r')
    try {
      return bytes.subarray(0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new BadFile(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`)
  }
}

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark goes with it.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadFile('is not UTF-8')
  }
}
