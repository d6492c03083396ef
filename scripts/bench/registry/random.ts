/** Reproducible chance: the same keys give the same numbers on every machine. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks from `[value, weight]` pairs. */
  weighted<T>(table: readonly (readonly [T, number])[]): T
}

/**
 * Every decision of the generator has its own source, named by `keys`, so that a change to one part of a registry
 * leaves the others as they were.
 */
export function seededRandom(...keys: (string | number)[]): Random {
  let state = fnv1a(keys.join('/'))
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)]!,
    weighted: (table) => {
      let left = next() * table.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of table) if ((left -= weight) < 0) return value
      return table.at(-1)![0]
    },
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
