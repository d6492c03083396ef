/**
 * What VS Code's gallery makes of a list (`mcpGalleryService`): it loses everything where the frame is wrong or the
 * first entry does not serialize, and silently drops later entries that do not.
 */
export interface VsCodeServer {
  name: string
  description: string
  version: string
  status: string
  isLatest: boolean
}

const OFFICIAL = 'io.modelcontextprotocol.registry/official'

/** @throws Error with what VS Code shows or logs where the list is lost */
export function readVsCodeList(text: string): {
  servers: VsCodeServer[]
  dropped: number
  nextCursor?: string
} {
  const result: unknown = JSON.parse(text)
  if (!isObject(result) || !Array.isArray(result.servers)) {
    throw new Error('Failed to serialize MCP servers result')
  }
  if (!isObject(result.metadata))
    throw new TypeError("Cannot read properties of undefined (reading 'nextCursor')")
  const servers = result.servers.map(readVsCodeServer)
  if (servers.length > 0 && servers[0] === undefined)
    throw new Error('Failed to serialize MCP servers result')
  const kept = servers.filter((server) => server !== undefined)
  const { nextCursor } = result.metadata
  return {
    servers: kept,
    dropped: servers.length - kept.length,
    ...(typeof nextCursor === 'string' && nextCursor && { nextCursor }),
  }
}

/** One entry; `undefined` where VS Code drops it. */
export function readVsCodeServer(entry: unknown): VsCodeServer | undefined {
  if (!isObject(entry) || !isObject(entry.server)) return undefined
  if (!isObject(entry._meta)) throw new TypeError(`Cannot destructure property '${OFFICIAL}' of undefined`)
  const { name, description, version } = entry.server
  if (!isText(name) || !isText(description) || !isText(version)) return undefined
  const official = (entry._meta[OFFICIAL] ?? {}) as { status?: string; isLatest?: boolean }
  return {
    name,
    description,
    version,
    status: official.status ?? 'active',
    isLatest: official.isLatest ?? true,
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
