import { namespaceOf } from '../../../model/server-name.ts'

/** A feed holds no more entries than this. */
export const MAX_ENTRIES = 50

/** Of these, no more are one publisher's where a feed is about many: who uploads a hundred at once is one of many. */
export const MAX_PER_PUBLISHER = 3

/** The first `MAX_ENTRIES`, at most `MAX_PER_PUBLISHER` of each publisher. */
export function capped<T>(items: Iterable<T>, nameOf: (item: T) => string): T[] {
  const counts = new Map<string, number>()
  const kept: T[] = []
  for (const item of items) {
    if (kept.length === MAX_ENTRIES) break
    const namespace = namespaceOf(nameOf(item))
    const count = counts.get(namespace) ?? 0
    if (count === MAX_PER_PUBLISHER) continue
    counts.set(namespace, count + 1)
    kept.push(item)
  }
  return kept
}
