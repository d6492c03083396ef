import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { RegistryError } from '../../model/registry-error.ts'
import type { Part } from '../reuse/parts.ts'

/** What the thread is told at its start. */
export interface ReadOrder {
  root: string
  config: RegistryConfig
}

/** What it is told later: first where the files go, then the parts whose files are there already. */
export type WriteOrder = { out: string } | { kept: ReadonlySet<Part> }

/** What the thread tells. */
export type Told =
  | { warning: string }
  | { catalog: Catalog }
  /** The folders that were written into. */
  | { folders: ReadonlySet<string> }
  /** Something that a person can fix: an error of our own does not go from thread to thread as it is. */
  | { problem: Pick<RegistryError, 'code' | 'message' | 'path' | 'fix'> }

export interface RegistryThread {
  catalog: Promise<Catalog>
  /** Begins to write the API, the site's other files and the search index into `out`. */
  write(out: string, kept: Promise<ReadonlySet<Part>>): void
  /**
   * Waits until all files are written, and gives the folders that they are in.
   *
   * @throws what the thread could not go on with
   */
  finish(): Promise<ReadonlySet<string>>
  stop(): Promise<void>
}

/**
 * Reads the registry in a thread of its own, and writes everything there that is not a page: Astro bundles the site and
 * renders the pages on this one at the same time, and each takes about half of a build.
 *
 * @param warn told what operators should know
 */
export function startRegistryThread(order: ReadOrder, warn: (message: string) => void): RegistryThread {
  const worker = new Worker(new URL('./registry-worker.ts', import.meta.url), { workerData: order })
  const catalog = Promise.withResolvers<Catalog>()
  let folders: ReadonlySet<string> = new Set()
  worker.on('message', (told: Told) => {
    if ('warning' in told) warn(told.warning)
    else if ('catalog' in told) catalog.resolve(told.catalog)
    else if ('folders' in told) folders = told.folders
    else catalog.reject(new RegistryError(told.problem.code, told.problem.message, told.problem))
  })
  worker.on('error', catalog.reject)
  const ended = once(worker, 'exit')
  // The build may fail before it asks; its own error is the one to report then.
  for (const promise of [catalog.promise, ended]) promise.catch(() => {})
  return {
    catalog: catalog.promise,
    write(out, kept) {
      worker.postMessage({ out } satisfies WriteOrder)
      // Whoever waits for the plan hears of its error.
      kept.then((kept) => worker.postMessage({ kept } satisfies WriteOrder)).catch(() => {})
    },
    async finish() {
      const [code] = (await ended) as [number]
      if (code !== 0) throw new Error(`The files of the registry could not be written (exit ${code}).`)
      return folders
    },
    async stop() {
      await worker.terminate()
    },
  }
}
