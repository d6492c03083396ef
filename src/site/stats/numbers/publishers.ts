import { compareBytes } from '../../../model/byte-order.ts'
import type { CountedServer } from './counted-server.ts'

export interface PublisherCount {
  namespace: string
  servers: number
}

/** Publishers by the number of their servers, the most first; those with as many by name. */
export function publishersOf(counted: readonly CountedServer[]): PublisherCount[] {
  const counts = new Map<string, number>()
  for (const { namespace } of counted) counts.set(namespace, (counts.get(namespace) ?? 0) + 1)
  return [...counts]
    .map(([namespace, servers]) => ({ namespace, servers }))
    .sort((a, b) => b.servers - a.servers || compareBytes(a.namespace, b.namespace))
}
