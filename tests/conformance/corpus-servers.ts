import type { CatalogServer } from '../../src/catalog/catalog.ts'
import { compareBytes } from '../../src/model/byte-order.ts'
import type { Entry } from '../../src/model/entry.ts'
import type { ServerJson } from '../../src/model/server-json.ts'
import { validateServerJson } from '../../src/validate/server-json.ts'
import { corpus } from './validation-corpus.ts'

/** The real servers that a mirror would take, each as its last record says. */
export function corpusServers(): CatalogServer[] {
  const servers = new Map<string, ServerJson>()
  for (const { server } of corpus()) {
    const { valid, document } = validateServerJson(JSON.stringify(server), { profile: 'mirrored' })
    if (valid) servers.set((document as ServerJson).name, document as ServerJson)
  }
  return [...servers.values()].sort((a, b) => compareBytes(a.name, b.name)).map(serverOf)
}

function serverOf(server: ServerJson): CatalogServer {
  const { name, version } = server
  const official = {
    status: 'active',
    statusChangedAt: 0,
    publishedAt: 0,
    updatedAt: 0,
    isLatest: true,
  } as const
  const latest: Entry = { name, version, server, official, provenance: {} }
  return { name, entries: [latest], latest }
}
