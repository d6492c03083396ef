import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The folder with the shared facts; beside the repository unless said otherwise. */
const SHARED = process.env['SHARED_DIR'] ?? join(import.meta.dirname, '../../../shared')

/** Reads a file of `shared/data`, unpacking it. */
export function sharedText(file: string): string {
  const path = join(SHARED, 'data', file)
  if (!existsSync(path))
    throw new Error(`${path} is missing. Set SHARED_DIR to the folder with the shared data.`)
  return gunzipSync(readFileSync(path)).toString('utf8')
}

function sharedLines<T>(file: string): T[] {
  return sharedText(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

export interface CorpusRecord {
  server: Record<string, unknown>
  kind: 'official' | 'official-cache' | 'publisher' | 'sub-registry' | 'seed'
  published?: unknown
}

export const corpus = (): CorpusRecord[] => sharedLines('corpus.ndjson.gz')

export const invalidFiles = (): { file: unknown; reason: string }[] => sharedLines('invalid.ndjson.gz')
