/** The thread of install-ahead.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { installBlock } from '../install-block/install-block.ts'
import type { AheadOrder, Blocks } from './install-ahead.ts'

/** So many blocks go over at a time, and no more than so many wait to be asked for: each is some 15 KB. */
const BATCH = 50
const AHEAD = 2000

const { entries, registryUrl, asked } = workerData as AheadOrder

for (let next = BATCH; next < entries.length;) {
  const place = Atomics.load(asked, 0)
  if (next - place > AHEAD) {
    Atomics.wait(asked, 0, place)
    continue
  }
  // What is asked for next is made by whoever asks.
  next = Math.max(next, place + BATCH)
  const blocks = entries.slice(next, next + BATCH).map((entry) => installBlock(entry, registryUrl))
  parentPort!.postMessage([next, blocks] satisfies Blocks)
  next += BATCH
}
