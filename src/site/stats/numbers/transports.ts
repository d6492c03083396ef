import type { ServerJson } from '../../../model/server-json.ts'

/** The ways a client can talk to a server. */
export const TRANSPORTS = ['stdio', 'streamable-http', 'sse'] as const

export type TransportType = (typeof TRANSPORTS)[number]

export const TRANSPORT_LABELS: Readonly<Record<TransportType, string>> = {
  stdio: 'stdio',
  'streamable-http': 'streamable HTTP',
  sse: 'SSE',
}

/** The transports of a server's packages and remotes, in the order of `TRANSPORTS`. */
export function transportsOf({ packages = [], remotes = [] }: ServerJson): TransportType[] {
  const found = new Set([...packages.map(({ transport }) => transport), ...remotes].map(({ type }) => type))
  return TRANSPORTS.filter((type) => found.has(type))
}
