import { compareBytes } from '../../model/byte-order.ts'
import { namespaceOf } from '../../model/server-name.ts'
import { searchWords } from './search-words.ts'
import { packName, SHORTEST, wordsOfName, type NameRow, type Shard } from './shard.ts'

/** A server that a shard may list, and when it last changed, in microseconds. */
export interface DatedName extends NameRow {
  updatedAt: number
}

export interface NameShard {
  /** What the words of its rows begin with. */
  beginning: string
  shard: Shard
  /** The newest change of its rows in microseconds. */
  updatedAt: number
}

/** How many rows a shard has before longer beginnings get shards of their own. */
export const SHARD_ROWS = 300

/** How many rows of one publisher a shard shows that had to leave something out. */
const PER_PUBLISHER = 12

interface Listed {
  row: DatedName
  word: string
  /** Lower is better. */
  place: number
}

/**
 * All shards. Each lists its rows from the most to the least likely to be meant; one that had to leave something out
 * says so, and what it left out is in the shards of longer beginnings.
 */
export function* nameShards(rows: readonly DatedName[]): Generator<NameShard> {
  const listed = rows.flatMap((row) => {
    const own = searchWords(row.name.slice(row.name.indexOf('/') + 1))
    return wordsOfName(row).map((word): Listed => ({
      row,
      word,
      place: placeOf(row, own.indexOf(word), own.length),
    }))
  })
  listed.sort((a, b) => a.place - b.place || compareBytes(a.row.name, b.row.name))
  for (const [beginning, rest] of byBeginning(listed, SHORTEST)) yield* shardsOf(beginning, rest)
}

function* shardsOf(beginning: string, listed: readonly Listed[]): Generator<NameShard> {
  const isWhole = ({ word }: Listed): boolean => word === beginning
  const rows = rowsOf(listed)
  const longer = listed.filter((item) => !isWhole(item))
  const isFull = rows.length > SHARD_ROWS
  const isSplit = isFull && longer.length > 0
  const whole = rowsOf(listed.filter(isWhole))
  const shown = isFull ? [...new Set([...mixed(whole), ...mixed(rows)])].slice(0, SHARD_ROWS) : rows
  // A word that is typed to its end has no longer beginning.
  const isCut = isFull && !whole.every((row) => shown.includes(row))
  yield {
    beginning,
    shard: {
      ...(isSplit && { split: 1 as const }),
      ...(isCut && { cut: 1 as const }),
      rows: shown.map(packName),
    },
    updatedAt: shown.reduce((newest, { updatedAt }) => Math.max(newest, updatedAt), 0),
  }
  if (!isSplit) return
  for (const [next, rest] of byBeginning(longer, [...beginning].length + 1)) yield* shardsOf(next, rest)
}

function rowsOf(listed: readonly Listed[]): DatedName[] {
  return [...new Set(listed.map(({ row }) => row))]
}

/** A dozen of each publisher at most. */
function mixed(rows: readonly DatedName[]): DatedName[] {
  const counts = new Map<string, number>()
  return rows.filter(({ name }) => {
    const namespace = namespaceOf(name)
    const count = (counts.get(namespace) ?? 0) + 1
    counts.set(namespace, count)
    return count <= PER_PUBLISHER
  })
}

function byBeginning(listed: readonly Listed[], length: number): [string, Listed[]][] {
  const groups = Map.groupBy(listed, ({ word }) => [...word].slice(0, length).join(''))
  return [...groups].sort(([a], [b]) => compareBytes(a, b))
}

/**
 * A name that is the word comes first, then names that begin with it; the living and the proven before the others.
 *
 * @param place where the word stands among the `words` words of the name; -1 where it is the publisher's or the title's
 */
function placeOf({ isDeprecated, isProven }: DatedName, place: number, words: number): number {
  const nearness = place === 0 ? Math.min(words, 4) - 1 : place > 0 ? 4 : 5
  return (isDeprecated ? 100 : 0) + nearness * 10 + (isProven ? 0 : 5)
}
