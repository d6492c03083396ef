import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, Written } from './file-batch.ts'

const out = workerData as string
const made = new Set(['.'])

parentPort!.on('message', ({ bytes, files }: Batch) => {
  const folders = files.flatMap(({ path }) => makeFolder(dirname(path)))
  for (const { path, start, end, updatedAt } of files)
    write(`${out}/${path}`, bytes.subarray(start, end), updatedAt)
  parentPort!.postMessage({ folders } satisfies Written)
})

/** Makes a folder where it is not known to be there. Gives those that were not, the folders around it among them. */
function makeFolder(folder: string): string[] {
  if (made.has(folder)) return []
  mkdirSync(`${out}/${folder}`, { recursive: true })
  const unknown: string[] = []
  for (let each = folder; !made.has(each); each = dirname(each)) {
    made.add(each)
    unknown.push(each)
  }
  return unknown
}

/** A file's time is that of its newest content, so that an unchanged file looks unchanged to hosts and to rsync. */
function write(target: string, bytes: Uint8Array, updatedAt: number | undefined): void {
  const file = openSync(target, 'w')
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    if (updatedAt !== undefined) futimesSync(file, updatedAt / 1e6, updatedAt / 1e6)
  } finally {
    closeSync(file)
  }
}
