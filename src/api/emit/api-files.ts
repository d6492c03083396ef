import { readFileSync } from 'node:fs'
import type { Catalog } from '../../catalog/catalog.ts'
import type { RegistryConfig } from '../../catalog/config.ts'
import { formatTimestamp } from '../../model/timestamp.ts'
import { recordOf, type ApiRecord } from '../record.ts'
import { healthDocument, pingDocument, versionDocument } from '../small-documents.ts'
import type { ApiFile } from './api-file.ts'
import { headersFile } from './headers-file.ts'
import { kiroDocument } from './kiro.ts'
import { recordFiles } from './record-files.ts'
import { toolhiveDocument } from './toolhive.ts'
import { leafFiles, listFiles } from './tree-files.ts'

/** Above this many servers `/v0` offers the list only, so that hosts with a limit on files can take the build. */
const MAX_SERVERS_IN_BOTH = 10_000

export interface EmitOptions {
  /** Told about what operators should know: list sizes, names that a plain host cannot serve. */
  warn?: (message: string) => void
  /** Whether the documents of a server are there already, by its name. */
  keeps?: (name: string) => boolean
}

/** The versions of the API that have a file for each server. */
export function leafPrefixes(servers: number): string[] {
  return servers > MAX_SERVERS_IN_BOTH ? ['v0.1'] : ['v0.1', 'v0']
}

/**
 * All files of the API and for synchronisation (the output layout, profiles *tree* and *edge*). The same catalog and
 * configuration give the same files, byte for byte.
 */
export function* apiFiles(
  catalog: Catalog,
  config: RegistryConfig,
  { warn = () => {}, keeps = () => false }: EmitOptions = {},
): Generator<ApiFile> {
  const servers: ApiRecord[][] = []
  const prefixes = leafPrefixes(catalog.servers.length)
  for (const { name, entries } of catalog.servers) {
    const records = entries.map((entry) => recordOf(entry, config.metaKey))
    servers.push(records)
    if (config.profile !== 'tree' || keeps(name)) continue
    for (const prefix of prefixes) yield* leafFiles(prefix, records, prefix === prefixes[0] ? warn : () => {})
  }
  if (config.profile === 'tree') yield* listFiles(['v0.1', 'v0'], servers, config, warn)
  const { updatedAt } = catalog
  yield* recordFiles(servers, updatedAt, catalog.commit)
  for (const prefix of ['v0.1', 'v0']) {
    yield { path: `${prefix}/health`, body: healthDocument(), updatedAt }
    yield { path: `${prefix}/ping`, body: pingDocument(), updatedAt }
    const version = {
      ...(catalog.commit && { commit: catalog.commit }),
      updatedAt: formatTimestamp(updatedAt),
    }
    yield { path: `${prefix}/version`, body: versionDocument(version), updatedAt }
  }
  yield { path: 'registry.json', body: toolhiveDocument(catalog), updatedAt }
  yield { path: 'kiro.json', body: kiroDocument(catalog), updatedAt }
  yield { path: 'openapi.yaml', body: openapi(config.base), updatedAt }
  yield { path: '_headers', body: headersFile(), updatedAt }
  yield { path: '.nojekyll', body: '', updatedAt }
}

/** The OpenAPI document, with the address at which this registry is served. */
function openapi(base: string): string {
  const text = readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8')
  return base === '/' ? text : text.replace('- url: /\n', `- url: ${JSON.stringify(base.slice(0, -1))}\n`)
}
