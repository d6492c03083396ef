import { readStatus } from '../../catalog/statement.ts'
import { parseServerName } from '../../model/server-name.ts'
import type { Change } from './change.ts'

/** A `status.md` of the change that names another server to use instead. */
export interface Move {
  path: string
  /** The namespace that the file belongs to. */
  namespace: string
  /** The server name to use instead, and its namespace. */
  target: string
  targetNamespace: string
}

/** Every move that the change announces. Unreadable files announce nothing; the rules about statements speak of them. */
export function movesIn({ files }: Change): Move[] {
  return files.flatMap(({ path, place, bytes, status }) => {
    if (place?.kind !== 'status' || status === 'removed' || !bytes) return []
    const read = readStatus(path, bytes)
    const target = 'statement' in read ? read.statement.movedTo : undefined
    const name = target === undefined ? undefined : parseServerName(target)
    if (!name) return []
    return [{ path, namespace: place.namespace, target: target!, targetNamespace: name.namespace }]
  })
}

/** A move has two. More are refused, so nobody is asked about them. */
export const MOST_CLAIMED = 2

/** The namespaces that a publisher must own for a change: those it touches, and those it sends users to. */
export function claimedNamespaces(change: Change): string[] {
  return [
    ...new Set([...change.namespaces, ...movesIn(change).map(({ targetNamespace }) => targetNamespace)]),
  ]
}
