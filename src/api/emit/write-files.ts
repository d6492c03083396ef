import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ApiFile } from './api-files.ts'

/** Files on their way to the writer: their bytes in one buffer, and what to do with them. */
export interface Batch {
  bytes: Uint8Array
  files: { path: string; start: number; end: number; updatedAt: number }[]
}

/** Large enough that handing over costs little, small enough that few are waiting. */
const BATCH_BYTES = 4 * 1024 * 1024
const MAX_WAITING = 8

/**
 * Writes files into `out` while the next ones are being made: a thread of its own does the writing, which for very
 * many small files takes as long as the making.
 */
export async function writeFiles(out: string, files: Iterable<ApiFile>): Promise<void> {
  const writer = new Worker(new URL('./write-worker.ts', import.meta.url), { workerData: out })
  const failed = new Promise<never>((_, reject) => writer.once('error', reject))
  failed.catch(() => {})
  let waiting = 0
  writer.on('message', () => waiting--)
  const settle = async (limit: number): Promise<void> => {
    while (waiting > limit) await Promise.race([once(writer, 'message'), failed])
  }
  try {
    for (const batch of batches(files)) {
      waiting++
      writer.postMessage(batch, [batch.bytes.buffer as ArrayBuffer])
      await settle(MAX_WAITING)
    }
    await settle(0)
  } finally {
    await writer.terminate()
  }
}

function* batches(files: Iterable<ApiFile>): Generator<Batch> {
  let parts: Uint8Array[] = []
  let entries: Batch['files'] = []
  let size = 0
  let last: ApiFile['body'] | undefined
  for (const { path, body, updatedAt } of files) {
    if (body !== last) {
      last = body
      const bytes = typeof body === 'string' ? Buffer.from(body) : body
      parts.push(bytes)
      size += bytes.length
    }
    entries.push({ path, start: size - parts.at(-1)!.length, end: size, updatedAt })
    if (size < BATCH_BYTES) continue
    yield { bytes: join(parts, size), files: entries }
    parts = []
    entries = []
    size = 0
    last = undefined
  }
  if (entries.length > 0) yield { bytes: join(parts, size), files: entries }
}

/** In a buffer of its own, which can be handed to another thread without a copy. */
function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
