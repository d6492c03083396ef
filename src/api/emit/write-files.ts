import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { joinBytes } from '../join-bytes.ts'
import type { ApiFile } from './api-file.ts'

/** Files on their way to the writer: their bytes in one buffer, and what to do with them. */
export interface Batch {
  bytes: Uint8Array
  files: { path: string; start: number; end: number; updatedAt: number }[]
}

/** Large enough that handing over costs little, small enough that few are waiting. */
const BATCH_BYTES = 4 * 1024 * 1024
const MAX_WAITING = 8

/** Two keep a small machine's processors busy; more of them only wait for the same file system. */
const WRITERS = 2

/**
 * Writes files into `out` while the next ones are being made: threads of their own do the writing, which for very many
 * small files takes longer than the making. Whatever else this thread does has a turn between batches.
 */
export async function writeFiles(out: string, files: Iterable<ApiFile>): Promise<void> {
  const writers = Array.from({ length: WRITERS }, () => new Writer(out))
  try {
    let turn = 0
    for (const batch of batches(files)) {
      await writers[turn++ % WRITERS]!.take(batch)
      await breathe()
    }
    await Promise.all(writers.map((writer) => writer.finish()))
  } finally {
    await Promise.all(writers.map((writer) => writer.stop()))
  }
}

/** One thread, and how many batches it has yet to write. */
class Writer {
  readonly #worker: Worker
  readonly #failed: Promise<never>
  #waiting = 0

  constructor(out: string) {
    this.#worker = new Worker(new URL('./write-worker.ts', import.meta.url), { workerData: out })
    this.#worker.on('message', () => this.#waiting--)
    this.#failed = new Promise((_, reject) => this.#worker.once('error', reject))
    this.#failed.catch(() => {})
  }

  async take(batch: Batch): Promise<void> {
    this.#waiting++
    this.#worker.postMessage(batch, [batch.bytes.buffer as ArrayBuffer])
    await this.#settle(MAX_WAITING)
  }

  finish(): Promise<void> {
    return this.#settle(0)
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  async #settle(limit: number): Promise<void> {
    while (this.#waiting > limit) await Promise.race([once(this.#worker, 'message'), this.#failed])
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
    yield { bytes: joinBytes(parts, size), files: entries }
    parts = []
    entries = []
    size = 0
    last = undefined
  }
  if (entries.length > 0) yield { bytes: joinBytes(parts, size), files: entries }
}
