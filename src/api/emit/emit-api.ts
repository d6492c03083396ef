import { closeSync, futimesSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { problemDocument } from '../problem.ts'
import { apiFiles, type ApiFile } from './api-files.ts'

export interface EmitOptions {
  warn?: (message: string) => void
}

/** Writes all files of the API into `out`, one after the other: the quickest way to write very many small files. */
export function emitApi(
  catalog: Catalog,
  config: RegistryConfig,
  out: string,
  { warn }: EmitOptions = {},
): void {
  const made = new Set<string>()
  for (const file of apiFiles(catalog, config, warn)) writeApiFile(out, file, made)
}

/** What a build without pages needs beside the API: unknown paths must be a 404, and a crawler is not wanted. */
export function emitWithoutSite(
  catalog: Catalog,
  config: RegistryConfig,
  out: string,
  options: EmitOptions = {},
): void {
  emitApi(catalog, config, out, options)
  const { updatedAt } = catalog
  const made = new Set<string>()
  writeApiFile(out, { path: '404.html', body: problemDocument(404, 'Server not found'), updatedAt }, made)
  writeApiFile(
    out,
    { path: 'robots.txt', body: 'User-agent: *\nDisallow: /v0/\nDisallow: /v0.1/\n', updatedAt },
    made,
  )
}

function writeApiFile(out: string, { path, body, updatedAt }: ApiFile, made: Set<string>): void {
  const target = join(out, path)
  const folder = dirname(target)
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true })
    made.add(folder)
  }
  const file = openSync(target, 'w')
  try {
    writeFileSync(file, body)
    futimesSync(file, updatedAt / 1e6, updatedAt / 1e6)
  } finally {
    closeSync(file)
  }
}
