import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind'
import type { SearchRecord } from './search-record.ts'

/** Without a limit Pagefind writes a file for each server, which several hosts do not take. */
const MAX_FRAGMENTS = 1000

/** How many servers are handed over at once. */
const BATCH = 100

/** Pagefind's own interfaces, which it always writes and this site does not use. */
const UNUSED = /-ui\.(js|css)$|-highlight\.js$/

/** Begins to index records. They are handed over without waiting for each answer; Pagefind takes them in order. */
export async function fillIndex(records: readonly SearchRecord[]): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', maxFragments: MAX_FRAGMENTS })
  if (!index) throw new Error(`The search index could not be started: ${errors.join('; ')}`)
  for (let start = 0; start < records.length; start += BATCH) {
    const added = records.slice(start, start + BATCH).map((record) => index.addCustomRecord(record))
    const faults = (await Promise.all(added)).flatMap(({ errors }) => errors)
    if (faults.length > 0) throw new Error(`Servers could not be indexed: ${faults.join('; ')}`)
  }
  return index
}

/** Writes an index into `folder`, and ends Pagefind. */
export async function writeIndex(index: PagefindIndex, folder: string): Promise<void> {
  const { errors } = await index.writeFiles({ outputPath: folder })
  await close()
  if (errors.length > 0) throw new Error(`The search index could not be written: ${errors.join('; ')}`)
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name))
}

/** Indexes records, and gives the files instead of writing them. */
export async function filesOfIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { files, errors } = await (await fillIndex(records)).getFiles()
  await close()
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`)
  return files
}
