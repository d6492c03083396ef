import { editDistance } from '../../search/edit-distance.ts'
import { readQuery, type Query } from '../../search/query.ts'
import { searchWords } from '../../search/search-words.ts'
import type { NameRow } from '../../search/shard.ts'
import { namesUnder } from './name-lookup.ts'

/** Beyond this many slips two names have nothing to do with each other. */
const FAR = 40

/**
 * The servers whose names are nearest to a path that leads nowhere.
 *
 * @param base the address of the site, with a `/` at the end
 */
export async function nearestNames(base: string, path: string, count: number): Promise<NameRow[]> {
  const query = queryOfPath(path)
  const rows = await Promise.all(query.words.map((word) => namesUnder(base, word)))
  const unique = [...new Map(rows.flat().map((row) => [row.name, row])).values()]
  return unique
    .map((row) => ({ row, distance: distanceOf(row.name.toLowerCase(), query.text) }))
    .sort((a, b) => a.distance - b.distance || (a.row.name < b.row.name ? -1 : 1))
    .slice(0, count)
    .map(({ row }) => row)
}

/** A path below `/servers/` is a name; of any other the words are all there is. */
export function queryOfPath(path: string): Query {
  const name = /^servers\/(.+?)\/?$/.exec(path)?.[1] ?? path.replace(/^(docs|browse|search)\//, '')
  return readQuery(decoded(name).replace(/\/(index\.html?)?$|\.html?$/, ''))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The nearer of the whole names and of what tells their last parts from others. */
function distanceOf(name: string, wanted: string): number {
  return Math.min(editDistance(name, wanted, FAR), editDistance(coreOf(name), coreOf(wanted), FAR) + 1)
}

function coreOf(name: string): string {
  const part = name.slice(name.lastIndexOf('/') + 1)
  return searchWords(part).join('') || part
}
