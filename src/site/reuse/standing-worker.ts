/** The thread of standing-files.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { listStandingFiles } from './standing-files.ts'

parentPort!.postMessage(listStandingFiles(workerData as string))
