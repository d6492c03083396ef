import { LRUCache } from 'lru-cache'
import { HEAD_PATH, shardPath, type Head } from '../index/format.ts'
import { RecordIndex } from '../index/record-index.ts'

/** The files of a built registry, by path relative to its root: `undefined` where there is none. */
export interface Assets {
  get(path: string): Promise<Uint8Array | undefined>
}

/** One state of the registry: an index, and the records that it numbers. */
export interface Generation {
  head: Head
  index: RecordIndex
  /** The lines of records, in the order asked for. */
  lines(records: readonly number[]): Promise<Uint8Array[]>
}

export interface StoreOptions {
  /** How long the head may be taken as current, in milliseconds. */
  headTtl?: number
  /** How many bytes of shards are kept. */
  cacheBytes?: number
}

/** Thrown where a shard or an index is gone: the registry was deployed anew, and an older head names files of before. */
class Replaced extends Error {}

/** Reads `r/`: one head for half a minute, one index a generation, and the shards that were asked for last. */
export class RecordStore {
  readonly #assets: Assets
  readonly #ttl: number
  readonly #shards: LRUCache<string, Uint8Array>
  #current: Promise<Generation> | undefined
  #readAt = -Infinity

  constructor(assets: Assets, { headTtl = 30_000, cacheBytes = 64 * 1024 * 1024 }: StoreOptions = {}) {
    this.#assets = assets
    this.#ttl = headTtl
    this.#shards = new LRUCache({ maxSize: cacheBytes, sizeCalculation: (bytes) => bytes.length || 1 })
  }

  /** Runs `use` on the current generation, and once more on a fresh one where files vanished under it. */
  async with<T>(use: (generation: Generation) => Promise<T>): Promise<T> {
    try {
      return await use(await this.#generation())
    } catch (error) {
      if (!(error instanceof Replaced)) throw error
      this.#readAt = -Infinity
      return use(await this.#generation())
    }
  }

  #generation(): Promise<Generation> {
    if (this.#current && performance.now() - this.#readAt < this.#ttl) return this.#current
    this.#readAt = performance.now()
    const loading = this.#load(this.#current)
    this.#current = loading
    loading.catch(() => {
      if (this.#current === loading) this.#current = undefined
    })
    return loading
  }

  async #load(previous: Promise<Generation> | undefined): Promise<Generation> {
    const head = JSON.parse(new TextDecoder().decode(await this.#read(HEAD_PATH))) as Head
    const last = await previous?.catch(() => undefined)
    // The same records may have been built again from another commit.
    if (last?.head.generation === head.generation) return { ...last, head }
    const index = new RecordIndex(await this.#read(`r/${head.index}`))
    return { head, index, lines: (records) => this.#lines(index, records) }
  }

  async #lines(index: RecordIndex, records: readonly number[]): Promise<Uint8Array[]> {
    const places = records.map((record) => {
      const server = index.serverOf(record)
      return { shard: index.shardOf(server), range: index.rangeOf(record, server) }
    })
    const shards = new Map<number, Uint8Array>()
    await Promise.all(
      [...new Set(places.map(({ shard }) => shard))].map(async (shard) => {
        shards.set(shard, await this.#shard(index.shards[shard]![1]))
      }),
    )
    return places.map(({ shard, range }) => shards.get(shard)!.subarray(...range))
  }

  async #shard(hash: string): Promise<Uint8Array> {
    const kept = this.#shards.get(hash)
    if (kept) return kept
    const bytes = await this.#read(`r/${shardPath(hash)}`)
    this.#shards.set(hash, bytes)
    return bytes
  }

  async #read(path: string): Promise<Uint8Array> {
    const bytes = await this.#assets.get(path)
    if (!bytes) throw new Replaced(`${path} is not there`)
    return bytes
  }
}
