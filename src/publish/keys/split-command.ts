import { RegistryError } from '../../model/registry-error.ts'

/** White space; a quoted part, whole or broken off; an escaped character; any other one. */
const TOKEN = /(\s+)|'([^']*)'|"((?:\\["\\]|[^"])*)"|(['"])|\\(['"\\\s])|([^])/gu

/**
 * A command as people write it, as the program and its arguments. Quotes keep white space together, and a backslash
 * before a quote, a backslash or white space takes its meaning away. No shell sees it, so nothing else means anything:
 * no variables, no pipes, no redirections.
 *
 * @throws RegistryError R652 where a quote is not closed, or there is nothing
 */
export function splitCommand(command: string): string[] {
  const words: string[] = []
  let word: string | undefined
  for (const [, space, single, double, open, escaped, other] of command.matchAll(TOKEN)) {
    if (open !== undefined) throw unusable(`The signing command has ${open} without its end`)
    if (space === undefined) {
      word = (word ?? '') + (single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? other)
    } else if (word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  if (word !== undefined) words.push(word)
  if (!words[0]) throw unusable('The signing command names no program')
  return words
}

function unusable(what: string): RegistryError {
  return new RegistryError('R652', `${what}: nothing can be run.`, {
    fix: 'Write the program and its arguments as in a terminal, each argument with spaces in quotes.',
  })
}
