import type { CatalogServer } from '../../../catalog/catalog.ts'
import type { Entry } from '../../../model/entry.ts'
import { compareBytes } from '../../../model/byte-order.ts'
import { compareVersions } from '../../../model/version.ts'

/** Something that happened to a server: a version came, or the state of one changed. */
export interface Change {
  entry: Entry
  /** The version that was published before it. */
  previous?: Entry
  /** When it happened, in microseconds. */
  at: number
}

/** The last change of each version of a server, the newest first. */
export function changesOf({ entries }: CatalogServer): Change[] {
  const published = entries.toSorted((a, b) => publicationOf(a) - publicationOf(b) || byVersion(a, b))
  return published
    .map((entry, index): Change => {
      const previous = published[index - 1]
      return { entry, ...(previous && { previous }), at: changedAt(entry) }
    })
    .reverse()
    .sort(newestFirst)
}

/** The newest first; those of one moment by name, and by version from the highest. */
export function newestFirst(a: Change, b: Change): number {
  return b.at - a.at || compareBytes(a.entry.name, b.entry.name) || byVersion(b.entry, a.entry)
}

function publicationOf({ official }: Entry): number {
  return official.publishedAt
}

/** Not `updatedAt`: that also moves when a version is overtaken by the next one, which is no news about it. */
function changedAt({ official: { publishedAt, statusChangedAt } }: Entry): number {
  return Math.max(publishedAt, statusChangedAt)
}

function byVersion(a: Entry, b: Entry): number {
  const order = compareVersions(
    { version: a.version, publishedAt: a.official.publishedAt },
    { version: b.version, publishedAt: b.official.publishedAt },
  )
  return order || compareBytes(a.version, b.version)
}
