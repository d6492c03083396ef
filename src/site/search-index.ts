import { join } from 'node:path'
import { close, createIndex } from 'pagefind'
import type { Catalog } from '../catalog/catalog.ts'
import type { RegistryConfig } from '../catalog/config.ts'
import { searchRecord } from './search-record.ts'
import { isLiving, rowOf } from './server-row.ts'

export interface SearchIndexing {
  /** Writes the index below `out`, once everything is in it. */
  write(out: string): Promise<void>
}

/** Without a limit Pagefind writes a file for each server, which several hosts do not take. */
const MAX_FRAGMENTS = 1000

/**
 * Starts to index the living servers, in the background. They go in by publisher and name, so that those which are
 * shown together are stored together.
 */
export function startSearchIndex(catalog: Catalog, config: RegistryConfig): SearchIndexing {
  const filling = fill(catalog, config)
  // The build may fail before it asks for the index; its own error is the one to report then.
  filling.catch(() => {})
  return {
    async write(out) {
      const index = await filling
      const { errors } = await index.writeFiles({ outputPath: join(out, 'pagefind') })
      await close()
      if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
    },
  }
}

async function fill({ servers }: Catalog, config: RegistryConfig) {
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MAX_FRAGMENTS })
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`)
  for (const server of servers) {
    const row = rowOf(server)
    if (!isLiving(row)) continue
    const added = await index.addCustomRecord(searchRecord(row, config.base))
    if (added.errors.length > 0)
      throw new Error(`${row.name} could not be indexed: ${added.errors.join('; ')}`)
  }
  return index
}
