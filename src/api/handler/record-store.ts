import { LRUCache } from 'lru-cache'
import { HEAD_PATH, type Head } from '../index/format.ts'
import { RecordIndex } from '../index/record-index.ts'
import { mustGet, Replaced, type Assets } from './assets.ts'
import { LineReader } from './line-reader.ts'

/** One state of the registry: an index, the records that it numbers, and the documents that were asked for last. */
export interface Generation {
  head: Head
  index: RecordIndex
  /** The lines of records, given and returned in the order of the list. */
  lines(records: readonly number[]): Promise<Uint8Array[]>
  /** By address. */
  documents: LRUCache<string, Uint8Array>
}

export interface StoreOptions {
  /** How long the head may be taken as current, in milliseconds. */
  headTtl?: number
  /** How many bytes of documents are kept, and of shards where they are read whole. */
  cacheBytes?: number
  /** Whether to make a table for searches: 70 ms and 5 MB at 30,000 servers, for servers that stay up. */
  searchTable?: boolean
}

/** What an entry of a cache costs beside its bytes and its key. */
const ENTRY_BYTES = 200

/** Reads `r/`: one head for half a minute, one index a generation, and lines of records as they are asked for. */
export class RecordStore {
  readonly #assets: Assets
  readonly #reader: LineReader
  readonly #ttl: number
  readonly #cacheBytes: number
  readonly #searchTable: boolean
  #current: Promise<Generation> | undefined
  #readAt = -Infinity
  /** Set where a file of the known state has vanished. */
  #mustBeFresh = false

  constructor(assets: Assets, options: StoreOptions = {}) {
    const { headTtl = 30_000, cacheBytes = 32 * 1024 * 1024, searchTable = false } = options
    this.#assets = assets
    this.#reader = new LineReader(assets, cacheBytes)
    this.#ttl = headTtl
    this.#cacheBytes = cacheBytes
    this.#searchTable = searchTable
  }

  /** Runs `use` on the current generation, and once more on a fresh one where files vanished under it. */
  async with<T>(use: (generation: Generation) => Promise<T>): Promise<T> {
    try {
      return await use(await this.#generation())
    } catch (error) {
      if (!(error instanceof Replaced)) throw error
      this.#readAt = -Infinity
      this.#mustBeFresh = true
      return use(await this.#generation())
    }
  }

  #generation(): Promise<Generation> {
    if (this.#current && performance.now() - this.#readAt < this.#ttl) return this.#current
    this.#readAt = performance.now()
    const loading = this.#reload(this.#current)
    this.#current = loading
    loading.catch(() => {
      if (this.#current === loading) this.#current = undefined
    })
    return loading
  }

  /** Where the head cannot be read just now, the state that is known stays good until the next look. */
  async #reload(previous: Promise<Generation> | undefined): Promise<Generation> {
    try {
      return await this.#load(previous)
    } catch (error) {
      const last = await previous?.catch(() => undefined)
      if (!last || this.#mustBeFresh) throw error
      return last
    } finally {
      this.#mustBeFresh = false
    }
  }

  async #load(previous: Promise<Generation> | undefined): Promise<Generation> {
    const head = JSON.parse(new TextDecoder().decode(await mustGet(this.#assets, HEAD_PATH))) as Head
    const last = await previous?.catch(() => undefined)
    // The same records may have been built again from another commit.
    if (last?.head.generation === head.generation) return { ...last, head }
    const index = new RecordIndex(await mustGet(this.#assets, `r/${head.index}`), this.#searchTable)
    return {
      head,
      index,
      lines: (records) => this.#reader.lines(index, records),
      documents: new LRUCache({
        maxSize: this.#cacheBytes,
        sizeCalculation: ({ length }, address) => length + 2 * address.length + ENTRY_BYTES,
      }),
    }
  }
}
