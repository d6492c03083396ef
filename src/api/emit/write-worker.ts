import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch } from './file-batch.ts'

const out = workerData as string
const made = new Set<string>()

parentPort!.on('message', ({ bytes, files }: Batch) => {
  for (const { path, start, end, updatedAt } of files)
    write(`${out}/${path}`, bytes.subarray(start, end), updatedAt)
  parentPort!.postMessage('written')
})

/** A file's time is that of its newest content, so that an unchanged file looks unchanged to hosts and to rsync. */
function write(target: string, bytes: Uint8Array, updatedAt: number | undefined): void {
  const folder = dirname(target)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  const file = openSync(target, 'w')
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written)
    if (updatedAt !== undefined) futimesSync(file, updatedAt / 1e6, updatedAt / 1e6)
  } finally {
    closeSync(file)
  }
}
