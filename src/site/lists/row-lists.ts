import { namespaceOf } from '../../model/server-name.ts'
import { isLiving, type ServerRow } from './server-row.ts'
import { KINDS, type Kind } from '../kinds.ts'

/** The newest first; servers of the same moment by name. */
export function byAge(rows: readonly ServerRow[]): ServerRow[] {
  return rows.toSorted((a, b) => b.since - a.since || (a.name < b.name ? -1 : 1))
}

/** The newest servers, at most one of each publisher: who uploads a hundred at once gets one line like everybody. */
export function newest(rows: readonly ServerRow[], count: number): ServerRow[] {
  const seen = new Set<string>()
  const found: ServerRow[] = []
  for (const row of byAge(rows.filter(({ status }) => status === 'active'))) {
    if (found.length === count) break
    if (seen.has(namespaceOf(row.name))) continue
    seen.add(namespaceOf(row.name))
    found.push(row)
  }
  return found
}

export interface KindCount {
  kind: Kind
  count: number
}

/** How many living servers there are of each kind; kinds without one are left out. */
export function countKinds(rows: readonly ServerRow[]): KindCount[] {
  const living = rows.filter(isLiving)
  return KINDS.map((kind) => ({
    kind,
    count: living.filter(({ kinds }) => kinds.includes(kind)).length,
  })).filter(({ count }) => count > 0)
}

/** Rows by their publishers, both in the order given. */
export function byPublisher(rows: readonly ServerRow[]): Map<string, ServerRow[]> {
  const publishers = new Map<string, ServerRow[]>()
  for (const row of rows) {
    const namespace = namespaceOf(row.name)
    const theirs = publishers.get(namespace)
    if (theirs) theirs.push(row)
    else publishers.set(namespace, [row])
  }
  return publishers
}

/**
 * A–Z as people read it: by the last part of the name, where a `weather` is looked for under W, and by the whole name
 * among namesakes.
 */
export function alphabetical(rows: readonly ServerRow[]): ServerRow[] {
  const keyed = rows.map((row) => {
    const name = row.name.toLowerCase()
    return { row, key: `${name.slice(name.indexOf('/') + 1)} ${name}` }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row)
}
