import { matchRank } from '../../search/match-rank.ts'
import { foldByPublisher } from '../../search/fold.ts'
import type { Query } from '../../search/query.ts'
import {
  BEGINNINGS_PATH,
  shardPath,
  SHORTEST,
  unpackName,
  wordsOfName,
  type NameRow,
  type Shard,
} from '../../search/shard.ts'

let beginnings: Promise<ReadonlySet<string>> | undefined
const shards = new Map<string, Promise<Shard | undefined>>()

/**
 * The servers whose names or publishers have words that begin with all those typed, the likeliest first.
 *
 * @param base the address of the site, with a `/` at the end
 * @throws where the network fails
 */
export async function lookUpNames(base: string, query: Query): Promise<NameRow[]> {
  const rows = await tellingRows(base, query.words)
  const found = rows.flatMap((row, index) => {
    const words = wordsOfName(row)
    const isMatch = query.words.every((typed) => words.some((word) => word.startsWith(typed)))
    if (!isMatch && !row.name.toLowerCase().startsWith(query.text)) return []
    const rank = matchRank(query, { name: row.name, titleWords: words }) + (row.isDeprecated ? 10 : 0)
    return [{ row, name: row.name, rank, index }]
  })
  found.sort((a, b) => a.rank - b.rank || a.index - b.index)
  // Those that are folded away in results come last in a list that only shows a few.
  const groups = foldByPublisher(found)
  return [...groups.map((group) => group.row), ...groups.flatMap((group) => group.folded)].map(
    ({ row }) => row,
  )
}

/** The servers under the longest word, or under another where there are too many to list them all. */
async function tellingRows(base: string, words: readonly string[]): Promise<NameRow[]> {
  let rows: NameRow[] | undefined
  for (const word of words.toSorted((a, b) => b.length - a.length)) {
    const shard = await shardOf(base, word)
    if (!shard?.cut) return (shard?.rows ?? []).map(unpackName)
    rows ??= shard.rows.map(unpackName)
  }
  return rows ?? []
}

/** The servers listed under a word, or under as much of it as has a list. */
export async function namesUnder(base: string, word: string): Promise<NameRow[]> {
  return ((await shardOf(base, word))?.rows ?? []).map(unpackName)
}

/** The shard of the longest beginning of a word that has one. */
async function shardOf(base: string, word: string): Promise<Shard | undefined> {
  const letters = [...word]
  if (letters.length < SHORTEST) return undefined
  for (let length = SHORTEST; ; length++) {
    const shard = await loadShard(base, letters.slice(0, length).join(''))
    if (!shard?.split || length >= letters.length) return shard
  }
}

/** A beginning that no word has is no failure; a network that fails is, and may be asked again. */
async function loadShard(base: string, beginning: string): Promise<Shard | undefined> {
  if (!(await loadBeginnings(base)).has(beginning)) return undefined
  const path = base + shardPath(beginning)
  const present = shards.get(path)
  if (present) return present
  const loading = fetch(path).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return response.json() as Promise<Shard>
  })
  loading.catch(() => shards.delete(path))
  shards.set(path, loading)
  return loading
}

/** Which beginnings have a shard. Asked for when somebody goes to the field, it is there at the second letter. */
export function loadBeginnings(base: string): Promise<ReadonlySet<string>> {
  beginnings ??= fetch(base + BEGINNINGS_PATH).then(async (response) => {
    if (!response.ok) throw new Error(`${BEGINNINGS_PATH}: ${response.status}`)
    return new Set((await response.text()).split('\n'))
  })
  beginnings.catch(() => (beginnings = undefined))
  return beginnings
}
