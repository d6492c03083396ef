/** The thread of registry-thread.ts. */
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { apiFiles } from '../../api/emit/api-files.ts'
import { FileWriter } from '../../api/emit/write-files.ts'
import type { Catalog } from '../../catalog/catalog.ts'
import { loadCatalog } from '../../catalog/read-catalog.ts'
import { RegistryError } from '../../model/registry-error.ts'
import type { Part } from '../reuse/parts.ts'
import { startSearchIndex } from '../search/search-index.ts'
import { shareRegistry } from '../shared-registry.ts'
import { cliFiles } from './cli/cli-files.ts'
import type { ReadOrder, Told } from './registry-thread.ts'
import { partFiles, sharedFiles } from './site-files.ts'

const { root, config } = workerData as ReadOrder

const tell = (told: Told): void => parentPort!.postMessage(told)
const warn = (warning: string): void => tell({ warning })

// Listened to before anything is told: answers may come while the thread is busy.
const orders = on(parentPort!, 'message')
const catalog = await read()
if (catalog) await write(catalog)
parentPort!.close()

async function read(): Promise<Catalog | undefined> {
  try {
    return await loadCatalog(root, { warn })
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    const { code, message, path, fix } = error
    tell({ problem: { code, message, path, fix } })
    return undefined
  }
}

async function write(catalog: Catalog): Promise<void> {
  tell({ catalog })
  const indexing = startSearchIndex(catalog.servers, config)
  const packing = cliFiles(config, catalog.updatedAt)
  // What it could not do is told below.
  packing.catch(() => {})
  // What makes files asks for addresses there.
  shareRegistry({ root, config, catalog: async () => catalog, forget() {} })
  const { out } = await nextOrder<{ out: string }>()
  const writer = new FileWriter(out)
  try {
    await writer.addAll(sharedFiles(catalog, config))
    const { kept } = await nextOrder<{ kept: ReadonlySet<Part> }>()
    const keeps = (part: Part): boolean => kept.has(part)
    await writer.addAll(partFiles(catalog, config, keeps))
    await writer.addAll(apiFiles(catalog, config, { warn, keeps }))
    await writer.addAll(await packing)
    await writer.finish()
    tell({ folders: writer.folders })
  } finally {
    await writer.stop()
  }
  await indexing.write(out)
}

async function nextOrder<Order>(): Promise<Order> {
  const { value } = (await orders.next()) as { value: [Order] }
  return value[0]
}
