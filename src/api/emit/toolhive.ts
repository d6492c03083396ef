import type { Catalog } from '../../catalog/catalog.ts'
import { formatTimestamp } from '../../model/timestamp.ts'
import { toJson } from '../json.ts'

const SCHEMA =
  'https://raw.githubusercontent.com/stacklok/toolhive-core/main/registry/types/data/upstream-registry.schema.json'

/**
 * `registry.json`: all living servers in the form that ToolHive reads from a plain file, for hosts that cannot send
 * `application/json` at the API's paths.
 */
export function toolhiveDocument(catalog: Catalog): string {
  const servers = catalog.servers
    .filter(({ latest }) => latest.official.status !== 'deleted')
    .map(({ latest }) => latest.server)
  const meta = { last_updated: formatTimestamp(Math.floor(catalog.updatedAt / 1e6) * 1e6) }
  return `${toJson({ $schema: SCHEMA, version: '1.0.0', meta, data: { servers } })}\n`
}
