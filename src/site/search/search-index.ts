import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CatalogServer } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { isLiving } from '../lists/server-row.ts'
import { filesOfIndex } from './pagefind.ts'
import { searchRecord, type SearchRecord } from './search-record.ts'
import { shelfOrder } from './shelf-order.ts'

/** The folder of the search index in the site. */
export const INDEX_FOLDER = 'pagefind'

export interface SearchIndexing {
  /**
   * Writes the index below `out`, once everything is in it.
   *
   * @throws what Pagefind could not go on with
   */
  write(out: string): Promise<void>
}

/**
 * Starts to index the living servers. Pagefind is a process of its own, and takes what a thread hands over that has
 * nothing else to do: whoever calls this has.
 */
export function startSearchIndex(servers: readonly CatalogServer[], config: RegistryConfig): SearchIndexing {
  const url = new URL('./index-worker.ts', import.meta.url)
  const worker = new Worker(url, { workerData: searchRecords(servers, config) })
  const ended = once(worker, 'exit')
  // The build may fail before it asks for the index; its own error is the one to report then.
  ended.catch(() => {})
  return {
    async write(out) {
      worker.postMessage(join(out, INDEX_FOLDER))
      await ended
    },
  }
}

/** The files of the index by path, for a server that has no folder to read them from. */
export async function searchFiles(
  servers: readonly CatalogServer[],
  config: RegistryConfig,
): Promise<Map<string, Uint8Array>> {
  const files = await filesOfIndex(searchRecords(servers, config))
  return new Map(files.map(({ path, content }) => [`${INDEX_FOLDER}/${path}`, content]))
}

/** Servers that are found together go in, and are stored, together. */
function searchRecords(servers: readonly CatalogServer[], { base }: RegistryConfig): SearchRecord[] {
  const living = servers.filter(({ latest }) => isLiving(latest.official))
  return shelfOrder(living).map((server) => searchRecord(server, base))
}
