import { namespaceOf } from '../../model/server-name.ts'
import { differByOne } from '../../model/one-slip.ts'
import { skeletonOf } from './skeleton.ts'

/** Shorter names are near each other by chance. */
const LONG_ENOUGH = 6

/** A featured server of somebody else whose name, the namespace left aside, is the same or one slip away. */
export function borrowsFrom(name: string, featured: Iterable<string>): string | undefined {
  const leaf = leafOf(name)
  for (const other of featured) {
    if (namespaceOf(other).toLowerCase() === namespaceOf(name).toLowerCase()) continue
    const known = leafOf(other)
    if (known === leaf) return other
    if (Math.min(known.length, leaf.length) >= LONG_ENOUGH && differByOne(known, leaf)) return other
  }
  return undefined
}

function leafOf(name: string): string {
  return skeletonOf(name.slice(name.indexOf('/') + 1))
}
