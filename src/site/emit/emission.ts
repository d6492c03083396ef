import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import type { Part } from '../reuse/parts.ts'

/** What the thread that writes files is told. */
export interface EmissionOrder {
  catalog: Catalog
  config: RegistryConfig
  /** The parts whose files are there already. */
  kept: ReadonlySet<Part>
  out: string
}

export interface Emission {
  /**
   * Waits until all files are written.
   *
   * @throws what the thread could not go on with
   */
  finish(): Promise<void>
}

/**
 * Begins to write the API, the site's other files and the search index into `out`, in a thread of its own: Astro renders the pages on
 * this one at the same time, and each takes about half of a build.
 *
 * @param warn told what operators should know
 */
export function startEmission(order: EmissionOrder, warn: (message: string) => void): Emission {
  const worker = new Worker(new URL('./emission-worker.ts', import.meta.url), { workerData: order })
  worker.on('message', warn)
  const ended = once(worker, 'exit')
  // The build may fail before it asks; its own error is the one to report then.
  ended.catch(() => {})
  return {
    async finish() {
      const [code] = (await ended) as [number]
      if (code !== 0) throw new Error(`The files of the registry could not be written (exit ${code}).`)
    },
  }
}
