import { list, record, struct, text, time } from './decode.ts'

/** Whether ToolHive's probe (`thv config set-registry`) takes an address for a registry API. */
export function isToolHiveApi(status: number, contentType: string | null, body: string): boolean {
  if (status === 401 || status === 403) return true
  if (status < 200 || status > 299 || !contentType?.includes('application/json')) return false
  const { servers, metadata } = JSON.parse(body) as { servers?: unknown; metadata?: unknown }
  return Array.isArray(servers) && typeof metadata === 'object' && metadata !== null
}

/**
 * Reads the one-file form that ToolHive takes where there is no API.
 *
 * @throws TypeError where it refuses the file
 */
export function readToolHiveFile(document: string): number {
  const value: unknown = JSON.parse(document)
  const server = struct({ 'name!': text, 'description!': text, 'version!': text })
  struct({
    '$schema!': text,
    'version!': text,
    'meta!': struct({ 'last_updated!': time }),
    'data!': struct({ 'servers!': list(server) }),
  })(value, 'registry')
  const { data } = value as { data: { servers: Record<string, unknown>[] } }
  for (const item of data.servers) {
    if ('server' in record(item, 'server')) throw new TypeError('a server stands in a wrapper')
  }
  return data.servers.length
}

/** Whether the body says what toolhive-registry-server's `api` source looks for before anything else. */
export function isToolHiveSource(info: { version?: unknown; description?: unknown } | undefined): boolean {
  return (
    info?.version === '1.0.0' &&
    typeof info.description === 'string' &&
    info.description.includes('https://github.com/modelcontextprotocol/registry')
  )
}
