/** The thread of emission.ts: it has a copy of the catalog, so that both say the same of every entry. */
import { parentPort, workerData } from 'node:worker_threads'
import { emitApi } from '../../api/emit/emit-api.ts'
import { writeFiles } from '../../api/emit/write-files.ts'
import type { Part } from '../reuse/parts.ts'
import { startSearchIndex } from '../search/search-index.ts'
import { shareRegistry } from '../shared-registry.ts'
import type { EmissionOrder } from './emission.ts'
import { cliFiles } from './cli/cli-files.ts'
import { siteFiles } from './site-files.ts'

const { catalog, config, kept, out } = workerData as EmissionOrder

const keeps = (part: Part): boolean => kept.has(part)

// What makes files asks for addresses there.
shareRegistry({ root: '', config, kept, catalog: async () => catalog, forget() {} })
// Pagefind is a process of its own.
const indexing = startSearchIndex(catalog.servers, config)
const packing = cliFiles(config, catalog.updatedAt)
// What it could not do is told below.
packing.catch(() => {})
// First what lies beside the pages: Astro is slower at making folders.
await writeFiles(out, siteFiles(catalog, config, keeps))
await emitApi(catalog, config, out, { warn: (message) => parentPort!.postMessage(message), keeps })
await writeFiles(out, await packing)
await indexing.write(out)
