import type { CatalogServer } from '../../../catalog/catalog.ts'
import { namespaceOf } from '../../../model/server-name.ts'
import { isLiving, rowOf, type ServerRow } from '../../lists/server-row.ts'
import { transportsOf, type TransportType } from './transports.ts'

/** What the statistics need to know of a server. */
export interface CountedServer extends Pick<ServerRow, 'kinds' | 'setups' | 'status' | 'since'> {
  namespace: string
  transports: TransportType[]
  /** When each of its versions that are not deleted was published, in microseconds. */
  versions: number[]
}

export function countedServer(server: CatalogServer): CountedServer {
  const { kinds, setups, status, since } = rowOf(server)
  return {
    namespace: namespaceOf(server.name),
    kinds,
    setups,
    status,
    since,
    transports: transportsOf(server.latest.server),
    versions: server.entries
      .filter(({ official }) => isLiving(official))
      .map(({ official }) => official.publishedAt),
  }
}
