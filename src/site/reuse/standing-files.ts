import { once } from 'node:events'
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Everything that is in a folder now. */
export interface StandingFiles {
  /** Paths relative to the folder, with `/`. */
  files: string[]
  /** The last time at which something in it was written, renamed, added or removed; milliseconds since 1970. */
  changedAt: number
}

/** Looks through the folder `out`, in a thread of its own: it takes a few seconds for some hundred thousand files. */
export async function readStandingFiles(out: string): Promise<StandingFiles> {
  const worker = new Worker(new URL('./standing-worker.ts', import.meta.url), { workerData: out })
  const [standing] = (await once(worker, 'message')) as [StandingFiles]
  return standing
}

/** Links are not followed: what they lead to is not part of a build. */
export function listStandingFiles(out: string): StandingFiles {
  const files: string[] = []
  let changedAt = 0
  const look = (folder: string): void => {
    changedAt = Math.max(changedAt, lstatSync(join(out, folder)).ctimeMs)
    for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) look(path)
      else {
        files.push(path)
        changedAt = Math.max(changedAt, lstatSync(join(out, path)).ctimeMs)
      }
    }
  }
  look('')
  return { files, changedAt }
}
