import { KINDS, type Kind } from '../kinds.ts'
import { nameWords, ownerWords, searchWords } from './search-words.ts'
import { namespaceOf } from '../../model/server-name.ts'

/**
 * A file of names: the servers with a word that begins with some letters. Everything that a search field needs for
 * its list, and small enough to be there at the second letter.
 */
export interface Shard {
  /** Set where there were too many rows: longer beginnings have files of their own. */
  split?: 1
  /** Set where even the word itself has more rows than are listed. */
  cut?: 1
  rows: PackedName[]
}

/** The name, the kinds and the state as bits, and the title where it says more than the name. */
export type PackedName = [name: string, bits: number, title?: string]

/** A server as a row of the list below a search field. */
export interface NameRow {
  name: string
  title: string
  kinds: Kind[]
  isDeprecated: boolean
  isProven: boolean
}

const DEPRECATED = 1 << KINDS.length
const UNPROVEN = DEPRECATED << 1

export function packName({ name, title, kinds, isDeprecated, isProven }: NameRow): PackedName {
  const bits = kinds.reduce((sum, kind) => sum | (1 << KINDS.indexOf(kind)), 0)
  const all = bits | (isDeprecated ? DEPRECATED : 0) | (isProven ? 0 : UNPROVEN)
  return title ? [name, all, title] : [name, all]
}

export function unpackName([name, bits, title = '']: PackedName): NameRow {
  return {
    name,
    title,
    kinds: KINDS.filter((_, index) => bits & (1 << index)),
    isDeprecated: (bits & DEPRECATED) !== 0,
    isProven: (bits & UNPROVEN) === 0,
  }
}

/** The words that a server is listed under. */
export function wordsOfName({ name, title }: Pick<NameRow, 'name' | 'title'>): string[] {
  const namespace = namespaceOf(name)
  return [
    ...new Set([
      ...nameWords(name.slice(namespace.length + 1)),
      ...searchWords(title),
      ...ownerWords(namespace),
    ]),
  ]
}

/** The length of the shortest beginnings that have a file. */
export const SHORTEST = 2

/** The list of all beginnings that have a file: to ask for one that has none would be an error in the browser's console. */
export const BEGINNINGS_PATH = '_s/beginnings.txt'

/** The file for words that begin so. Letters that no file name should have are written as numbers. */
export function shardPath(beginning: string): string {
  const letters = [...beginning].map((letter) =>
    /[a-z0-9]/.test(letter) ? letter : `-${letter.codePointAt(0)!.toString(16)}`,
  )
  return `_s/${letters.join('')}.json`
}
