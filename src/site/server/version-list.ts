import type { CatalogServer } from '../../catalog/catalog.ts'
import type { ServerJson } from '../../model/server-json.ts'
import type { Status } from '../../model/status.ts'
import { compareVersions, type PublishedVersion } from '../../model/version.ts'

export interface VersionLine {
  version: string
  /** Microseconds since 1970. */
  publishedAt: number
  status: Status
  isLatest: boolean
  server: ServerJson
  /** The version that this one follows; absent for the first. */
  before?: VersionLine
}

/**
 * A server's versions, the newest publication first; by number where several came at once. Each follows the highest
 * version below it that was there already, so that a late fix of an old line is not compared with a newer line; where
 * there is none, the one published before it.
 */
export function versionsOf({ entries }: CatalogServer): VersionLine[] {
  const oldestFirst = entries
    .map(({ version, server, official: { publishedAt, status, isLatest } }): VersionLine => {
      return { version, publishedAt, status, isLatest, server }
    })
    .sort((a, b) => a.publishedAt - b.publishedAt || compareVersions(a, b))
  const byNumber: VersionLine[] = []
  oldestFirst.forEach((line, index) => {
    const place = placeOf(line, byNumber)
    const before = byNumber[place - 1] ?? oldestFirst[index - 1]
    if (before) line.before = before
    byNumber.splice(place, 0, line)
  })
  return oldestFirst.reverse()
}

/** Where a version belongs in a list from the lowest to the highest: behind its equals. */
function placeOf(version: PublishedVersion, sorted: readonly PublishedVersion[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareVersions(sorted[middle]!, version) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
