import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import type { CatalogServer } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { searchRecord } from './search-record.ts'
import { shelfOrder } from './shelf-order.ts'
import { isLiving } from '../lists/server-row.ts'

/** The folder of the search index in the site. */
export const INDEX_FOLDER = 'pagefind'

/** Without a limit Pagefind writes a file for each server, which several hosts do not take. */
const MAX_FRAGMENTS = 1000

/** How many servers are handed over at once. */
const BATCH = 100

/** Pagefind's own interfaces, which it always writes and this site does not use. */
const UNUSED = /-ui\.(js|css)$|-highlight\.js$/

export interface SearchIndexing {
  /** Writes the index below `out`, once everything is in it. */
  write(out: string): Promise<void>
}

/** Starts to index the living servers, in the background: Pagefind is a process of its own. */
export function startSearchIndex(servers: readonly CatalogServer[], config: RegistryConfig): SearchIndexing {
  const filling = fill(servers, config)
  // The build may fail before it asks for the index; its own error is the one to report then.
  filling.catch(() => {})
  return {
    async write(out) {
      const folder = join(out, INDEX_FOLDER)
      const { errors } = await (await filling).writeFiles({ outputPath: folder })
      await close()
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
      for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name))
    },
  }
}

/** The files of the index by path, for a server that has no folder to read them from. */
export async function searchFiles(
  servers: readonly CatalogServer[],
  config: RegistryConfig,
): Promise<Map<string, Uint8Array>> {
  const { files, errors } = await (await fill(servers, config)).getFiles()
  await close()
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`)
  return new Map(files.map(({ path, content }) => [`${INDEX_FOLDER}/${path}`, content]))
}

/**
 * Servers that are found together go in, and are stored, together. They are handed over without waiting for each
 * answer; Pagefind takes them in order.
 */
async function fill(servers: readonly CatalogServer[], { base }: RegistryConfig): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MAX_FRAGMENTS })
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`)
  const living = shelfOrder(servers.filter(({ latest }) => isLiving(latest.official)))
  for (let start = 0; start < living.length; start += BATCH) {
    const records = living
      .slice(start, start + BATCH)
      .map((server) => index.addCustomRecord(searchRecord(server, base)))
    const faults = (await Promise.all(records)).flatMap(({ errors }) => errors)
    if (faults.length > 0) throw new Error(`Servers could not be indexed: ${faults.join('; ')}`)
  }
  return index
}
