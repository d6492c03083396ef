import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { HEAD_PATH } from '../../api/index/format.ts'
import { partOf, type Part } from './parts.ts'
import { listStandingFiles } from './standing-files.ts'

/**
 * Turns the build in `out` into the next one: files of `fresh` take their places there, one by one, and what belongs to
 * no kept part and was not made again goes. The head of the API's records comes last, so that a server that runs on the
 * folder has whole answers at any moment.
 *
 * @param fresh a folder on the same disk, which is empty afterwards
 * @param standing the files in `out`
 */
export function patchBuild(
  out: string,
  fresh: string,
  standing: readonly string[],
  keeps: (part: Part) => boolean,
): void {
  const made = listStandingFiles(fresh).files
  const put = (path: string): void => {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    renameSync(join(fresh, path), join(out, path))
  }
  for (const path of made) if (path !== HEAD_PATH) put(path)
  put(HEAD_PATH)
  const isMade = new Set(made)
  for (const path of standing) {
    const part = partOf(path)
    if (!isMade.has(path) && (part === undefined || !keeps(part))) remove(out, path)
  }
}

/** Removes a file, and the folders that it leaves empty. */
function remove(out: string, path: string): void {
  rmSync(join(out, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(out, folder))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return
      if (code !== 'ENOENT') throw error
    }
  }
}
