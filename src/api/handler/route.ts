/** What an API path asks for. `name` and `version` are decoded. */
export type Route =
  | { kind: 'list' }
  | { kind: 'versions'; name: string }
  | { kind: 'version'; name: string; version: string }
  | { kind: 'status'; name: string; version?: string }
  | { kind: 'health' | 'ping' | 'version-info' | 'publish' | 'validate' | 'auth' }
  | { kind: 'unknown' | 'root' }
  | { kind: 'malformed'; what: 'server name' | 'version' }

const FIXED: Record<string, Route> = {
  '': { kind: 'root' },
  '/servers': { kind: 'list' },
  '/health': { kind: 'health' },
  '/ping': { kind: 'ping' },
  '/version': { kind: 'version-info' },
  '/publish': { kind: 'publish' },
  '/validate': { kind: 'validate' },
}

/**
 * Reads an API path (official API §1). A server name may come as one segment with an encoded slash, as clients send
 * it, or as two, as hosts that decode paths make of it.
 *
 * @param path the undecoded path below `/v0` or `/v0.1`
 */
export function routeOf(path: string): Route {
  if (FIXED[path]) return FIXED[path]
  if (path.startsWith('/auth/')) return { kind: 'auth' }
  if (!path.startsWith('/servers/')) return { kind: 'unknown' }
  const segments = path.slice('/servers/'.length).split('/')
  const name = takeName(segments)
  if (name === undefined) return { kind: 'malformed', what: 'server name' }
  const [word, ...rest] = segments
  if (word === 'status' && rest.length === 0) return { kind: 'status', name }
  if (word !== 'versions') return { kind: 'unknown' }
  if (rest.length === 0) return { kind: 'versions', name }
  const version = decode(rest[0]!)
  if (version === undefined) return { kind: 'malformed', what: 'version' }
  if (rest.length === 1) return { kind: 'version', name, version }
  return rest.length === 2 && rest[1] === 'status' ? { kind: 'status', name, version } : { kind: 'unknown' }
}

/** Takes the server name off the front of the segments. */
function takeName(segments: string[]): string | undefined {
  const first = decode(segments.shift()!)
  if (first === undefined || first.includes('/')) return first
  const second = segments.shift()
  if (second === undefined) return first
  const rest = decode(second)
  return rest === undefined ? undefined : `${first}/${rest}`
}

/** Decodes once as the router does and once more as the official handlers do; a second `%` may stand for itself. */
function decode(text: string): string | undefined {
  let once: string
  try {
    once = decodeURIComponent(text)
  } catch {
    return undefined
  }
  if (!once.includes('%')) return once
  try {
    return decodeURIComponent(once)
  } catch {
    return once
  }
}
