import { LRUCache } from 'lru-cache'
import { shardPath } from '../index/format.ts'
import type { RecordIndex } from '../index/record-index.ts'
import { mustGet, Replaced, type Assets } from './assets.ts'

/** Lines that stand close together in one shard, so that one read brings them. */
interface Run {
  hash: string
  start: number
  /** Absent where the last line ends with the shard. */
  end: number | undefined
  lines: [start: number, end: number | undefined][]
}

/** Reading this much for nothing costs less than asking once more. */
const GAP = 16 * 1024

/** Reads the lines of records from shards: just those where the platform can, else whole shards, which are kept. */
export class LineReader {
  readonly #assets: Assets
  readonly #shards: LRUCache<string, Uint8Array>

  constructor(assets: Assets, cacheBytes: number) {
    this.#assets = assets
    this.#shards = new LRUCache({ maxSize: cacheBytes, sizeCalculation: (bytes) => bytes.length || 1 })
  }

  /** The lines of records, given and returned in the order of the list. */
  async lines(index: RecordIndex, records: readonly number[]): Promise<Uint8Array[]> {
    const runs = await Promise.all(runsOf(index, records).map((run) => this.#read(run)))
    return runs.flat()
  }

  async #read({ hash, start, end, lines }: Run): Promise<Uint8Array[]> {
    const bytes = await this.#bytes(hash, start, end)
    return lines.map(([from, to]) => bytes.subarray(from - start, to === undefined ? undefined : to - start))
  }

  async #bytes(hash: string, start: number, end: number | undefined): Promise<Uint8Array> {
    const path = `r/${shardPath(hash)}`
    if (this.#assets.getPart) {
      const part = await this.#assets.getPart(path, start, end)
      if (!part) throw new Replaced(`${path} is not there`)
      return part
    }
    let shard = this.#shards.get(hash)
    if (!shard) {
      shard = await mustGet(this.#assets, path)
      this.#shards.set(hash, shard)
    }
    return shard.subarray(start, end)
  }
}

function runsOf(index: RecordIndex, records: readonly number[]): Run[] {
  const runs: Run[] = []
  for (const record of records) {
    const server = index.serverOf(record)
    const hash = index.shards[index.shardOf(server)]![1]
    const [start, end] = index.rangeOf(record, server)
    const last = runs.at(-1)
    if (last?.hash === hash && start - last.end! <= GAP) {
      last.end = end
      last.lines.push([start, end])
    } else {
      runs.push({ hash, start, end, lines: [[start, end]] })
    }
  }
  return runs
}
