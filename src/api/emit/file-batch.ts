import type { OutputFile } from './write-files.ts'

/** Files on their way to a thread that writes them: their bytes in one buffer, and what to do with them. */
export interface Batch {
  bytes: Uint8Array<ArrayBuffer>
  files: { path: string; start: number; end: number; updatedAt?: number }[]
}

/** What the thread says once it has written a batch. */
export interface Written {
  /** The folders that it had not written into before, relative to the output, and those around them. */
  folders: string[]
}

/** Large enough that handing over costs little, small enough that few are waiting. */
const BATCH_BYTES = 4 * 1024 * 1024

/** UTF-8 takes at most so many bytes for each unit of a JavaScript string. */
const BYTES_PER_UNIT = 3

/** Collects files in one buffer, which can go to another thread without a copy. */
export class FileBatch {
  #buffer: Buffer<ArrayBuffer> | undefined
  #size = 0
  readonly #files: Batch['files'] = []
  #last: OutputFile['body'] | undefined

  /** Takes a file, or says `false` where it is full; an empty batch takes a file of any size. */
  add({ path, body, updatedAt }: OutputFile): boolean {
    // Files with the same content follow each other.
    const start = body === this.#last ? this.#files.at(-1)!.start : this.#size
    if (body !== this.#last && !this.#put(body)) return false
    this.#last = body
    this.#files.push({ path, start, end: this.#size, ...(updatedAt !== undefined && { updatedAt }) })
    return true
  }

  /** What has been collected; nothing may be added any more. */
  take(): Batch {
    const { buffer } = this.#buffer ?? Buffer.allocUnsafeSlow(0)
    return { bytes: new Uint8Array(buffer, 0, this.#size), files: this.#files }
  }

  #put(body: OutputFile['body']): boolean {
    const room = (this.#buffer?.length ?? BATCH_BYTES) - this.#size
    const fits =
      body.length * BYTES_PER_UNIT <= room || (body.length <= room && Buffer.byteLength(body) <= room)
    if (!fits && this.#files.length > 0) return false
    this.#buffer ??= Buffer.allocUnsafeSlow(fits ? BATCH_BYTES : Buffer.byteLength(body))
    if (typeof body === 'string') this.#size += this.#buffer.write(body, this.#size)
    else {
      this.#buffer.set(body, this.#size)
      this.#size += body.length
    }
    return true
  }
}
