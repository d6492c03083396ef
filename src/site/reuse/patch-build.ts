import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { HEAD_PATH } from '../../api/index/format.ts'
import { listFiles } from './list-files.ts'
import { partOf, publisherOf, type Part } from './parts.ts'

/**
 * Turns the build in `out` into the next one: files of `fresh` take their places there, one by one, and what belongs to
 * no kept part and was not made again goes. The head of the API's records comes last, so that a server that runs on the
 * folder has whole answers at any moment.
 *
 * @param fresh a folder on the same disk, which is empty afterwards
 * @returns the folders that are gone
 */
export function patchBuild(out: string, fresh: string, kept: ReadonlySet<Part>): Set<string> {
  const made = listFiles(fresh)
  const put = (path: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    renameSync(join(fresh, path), join(out, path))
  }
  for (const path of made) if (path !== HEAD_PATH) put(path)
  put(HEAD_PATH)
  const isMade = new Set(made)
  const gone = new Set<string>()
  // A publisher is only kept with all servers.
  for (const path of listFiles(out, (folder) => kept.has(publisherOf(folder) ?? ''))) {
    const part = partOf(path)
    if (!isMade.has(path) && (part === undefined || !kept.has(part))) remove(out, path, gone)
  }
  return gone
}

/** Removes a file, and the folders that it leaves empty. */
function remove(out: string, path: string, gone: Set<string>): void {
  rmSync(join(out, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder))
      gone.add(folder)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return
      if (code !== 'ENOENT') throw error
    }
  }
}
