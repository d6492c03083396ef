/** What an item is recognised by; `undefined` where this key does not tell. */
type Key<T> = (item: T, index: number, side: 'before' | 'after') => string | undefined

export interface Pairs<T> {
  pairs: [before: T, after: T][]
  removed: T[]
  added: T[]
  /** Whether the pairs stand in another order than they did. */
  isReordered: boolean
}

/**
 * Finds which item of a list became which of a later one. The keys are tried in turn, each on what the ones before it
 * left over; where several items share a key, the first belongs to the first.
 */
export function pairUp<T>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  keys: readonly Key<T>[],
): Pairs<T> {
  const partners = new Map<number, number>()
  const taken = new Set<number>()
  for (const key of keys) {
    const waiting = new Map<string, number[]>()
    before.forEach((item, index) => {
      const text = taken.has(index) ? undefined : key(item, index, 'before')
      if (text !== undefined) waiting.set(text, [...(waiting.get(text) ?? []), index])
    })
    after.forEach((item, index) => {
      const text = partners.has(index) ? undefined : key(item, index, 'after')
      const partner = text === undefined ? undefined : waiting.get(text)?.shift()
      if (partner === undefined) return
      partners.set(index, partner)
      taken.add(partner)
    })
  }
  const found = [...partners].sort(([a], [b]) => a - b)
  return {
    pairs: found.map(([later, earlier]) => [before[earlier]!, after[later]!]),
    removed: before.filter((_, index) => !taken.has(index)),
    added: after.filter((_, index) => !partners.has(index)),
    isReordered: found.some(([, earlier], place) => place > 0 && earlier < found[place - 1]![1]),
  }
}
