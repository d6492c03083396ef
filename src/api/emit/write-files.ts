import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ApiFile } from './api-file.ts'
import { FileBatch, type Batch, type Written } from './file-batch.ts'

const MAX_WAITING = 8

/** Two keep a small machine's processors busy; more of them only wait for the same file system. */
const WRITERS = 2

/** A file to write. Without `updatedAt` its time is that of the writing. */
export type OutputFile = Omit<ApiFile, 'updatedAt'> & Partial<Pick<ApiFile, 'updatedAt'>>

/**
 * Writes files into `out` while the next ones are being made: threads of their own do the writing, which for very many
 * small files takes longer than the making.
 */
export class FileWriter {
  /** The folders that have been written into, relative to `out`, and those around them. */
  readonly folders = new Set<string>()
  readonly #threads: WriterThread[]
  #batch = new FileBatch()
  #turn = 0

  constructor(out: string) {
    this.#threads = Array.from({ length: WRITERS }, () => new WriterThread(out, this.folders))
  }

  /**
   * Takes a file. Wait for what comes back, if anything does: the threads are behind then, or whatever else this thread
   * does has a turn.
   */
  add(file: OutputFile): Promise<void> | undefined {
    if (this.#batch.add(file)) return undefined
    const sent = this.#send()
    this.#batch.add(file)
    return sent
  }

  /** Takes files one after the other, with turns for others. */
  async addAll(files: Iterable<OutputFile>): Promise<void> {
    for (const file of files) {
      const behind = this.add(file)
      if (behind) await behind
    }
  }

  /**
   * Waits until all files are written.
   *
   * @throws what a thread could not go on with
   */
  async finish(): Promise<void> {
    await this.#send()
    await Promise.all(this.#threads.map((thread) => thread.finish()))
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()))
  }

  async #send(): Promise<void> {
    const batch = this.#batch.take()
    this.#batch = new FileBatch()
    await this.#threads[this.#turn++ % WRITERS]!.take(batch)
    await breathe()
  }
}

/** Writes all of some files into `out`; see FileWriter. */
export async function writeFiles(out: string, files: Iterable<ApiFile>): Promise<void> {
  const writer = new FileWriter(out)
  try {
    await writer.addAll(files)
    await writer.finish()
  } finally {
    await writer.stop()
  }
}

/** One thread, and how many batches it has yet to write. */
class WriterThread {
  readonly #worker: Worker
  readonly #failed: Promise<never>
  #waiting = 0

  constructor(out: string, folders: Set<string>) {
    this.#worker = new Worker(new URL('./write-worker.ts', import.meta.url), { workerData: out })
    this.#worker.on('message', (written: Written) => {
      this.#waiting--
      for (const folder of written.folders) folders.add(folder)
    })
    this.#failed = new Promise((_, reject) => this.#worker.once('error', reject))
    this.#failed.catch(() => {})
  }

  async take(batch: Batch): Promise<void> {
    this.#waiting++
    this.#worker.postMessage(batch, [batch.bytes.buffer])
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
