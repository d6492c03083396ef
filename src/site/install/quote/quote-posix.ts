import { isPrintable } from './printable.ts'

/** A word that no shell reads as anything else. A leading `=` is a command's path to zsh. */
const BARE = /^(?!=)[A-Za-z0-9_@%+=:,./-]+$/

/**
 * One word of a command line for bash, dash, zsh and fish. A backslash stands outside of the quotes, because fish gives
 * it a meaning inside of them.
 */
export function quotePosix(word: string): string {
  if (BARE.test(word)) return word
  return `'${word.replace(/['\\]/g, (character) => `'\\${character}'`)}'`
}

/** A command line; `undefined` where a word holds what people could not see. */
export function posixCommand(words: readonly string[]): string | undefined {
  return words.every(isPrintable) ? words.map(quotePosix).join(' ') : undefined
}
