/** The thread of search-index.ts: fills the index, and writes it when it is told where. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { fillIndex, writeIndex } from './pagefind.ts'
import type { SearchRecord } from './search-record.ts'

const asked = once(parentPort!, 'message') as Promise<[folder: string]>
const index = await fillIndex(workerData as SearchRecord[])
const [folder] = await asked
await writeIndex(index, folder)
parentPort!.close()
