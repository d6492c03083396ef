import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

const COMPRESSIBLE =
  /^(?:text\/|application\/(?:[\w.+-]*json|javascript|x-ndjson|(?:[\w.-]*\+)?xml|yaml|wasm)|image\/svg)/

/** Below this many bytes a packet is sent anyway. */
const MIN_BYTES = 1024

export type Encoding = 'br' | 'gzip'

/** The encoding for an answer, by what the client accepts and by what it is worth; `undefined` for none. */
export function chooseEncoding(
  accepted: string | undefined,
  contentType: string,
  length: number,
): Encoding | undefined {
  if (!accepted || length < MIN_BYTES || !COMPRESSIBLE.test(contentType)) return undefined
  const encodings = new Negotiator({ headers: { 'accept-encoding': accepted } }).encodings(['br', 'gzip'])
  return (['br', 'gzip'] as const).find((encoding) => encodings.includes(encoding))
}

/** Compresses answers, and keeps the results that were asked for last. */
export class Compressor {
  readonly #kept = new LRUCache<string, Buffer<ArrayBuffer>>({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: ({ length }, key) => length + 2 * key.length + 200,
  })

  /** @param key stands for exactly these bytes */
  async compress(key: string, bytes: Uint8Array, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
    const kept = this.#kept.get(`${encoding} ${key}`)
    if (kept) return kept
    const options = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }
    const packed = Buffer.from(encoding === 'br' ? await brotli(bytes, options) : await deflate(bytes))
    this.#kept.set(`${encoding} ${key}`, packed)
    return packed
  }
}
