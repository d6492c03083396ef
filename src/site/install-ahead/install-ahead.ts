import { Worker } from 'node:worker_threads'
import type { Entry } from '../../model/entry.ts'
import { installBlock } from '../install-block/install-block.ts'

/** What the thread that makes install blocks is told. */
export interface AheadOrder {
  /** Those whose pages have a block, in the order in which they are rendered. */
  entries: readonly Entry[]
  registryUrl: string
  /** How many blocks have been asked for. */
  asked: Int32Array<SharedArrayBuffer>
}

/** The install blocks of some entries, by their places in the order. */
export type Blocks = [first: number, blocks: string[]]

/** How to install a server, as HTML; see install-block.ts. */
export interface InstallBlocks {
  of(entry: Entry): string
  stop(): Promise<void>
}

/**
 * Makes install blocks in a thread of its own, some way ahead of the pages that want them: they are a third of the work
 * for a page, and Astro renders on one thread only. Whoever is quicker makes a block; nobody waits.
 */
export function startInstallBlocks(entries: readonly Entry[], registryUrl: string): InstallBlocks {
  const asked = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const made = new Map<Entry, string>()
  const order: AheadOrder = { entries, registryUrl, asked }
  const worker = new Worker(new URL('./ahead-worker.ts', import.meta.url), { workerData: order })
  worker.on('message', ([first, blocks]: Blocks) => {
    const late = asked[0]! - first
    blocks.forEach((block, index) => index >= late && made.set(entries[first + index]!, block))
  })
  // Without it the pages make their blocks themselves.
  worker.on('error', () => {})
  return {
    of(entry) {
      Atomics.add(asked, 0, 1)
      Atomics.notify(asked, 0)
      const block = made.get(entry)
      made.delete(entry)
      return block ?? installBlock(entry, registryUrl)
    },
    async stop() {
      await worker.terminate()
    },
  }
}
