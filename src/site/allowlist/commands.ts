import { fillerOf } from '../install/fill.ts'
import type { InstallOption, StdioLaunch } from '../install/types.ts'

/**
 * The command lines by which clients start a package when nobody has filled anything in: ours, VS Code's, that of
 * Eclipse and Xcode, the ones that people copy from documentation, and the one for Windows. None where a person has to
 * give an argument: then every person's command is another.
 */
export function commandsOf(option: InstallOption): string[][] {
  const own = ownCommand(option)
  if (!own) return []
  const [command = '', ...args] = own
  if (command === 'npx')
    return distinct([own, [command, ...args.filter(isNotYes)], plain(own), ['cmd', '/c', ...own]])
  if (command === 'uvx') return distinct([own, own.map(pinned), plain(own)])
  if (command === 'docker') return distinct([own, withoutVariables(option, own)])
  return [own]
}

/** The command line that this site shows; `undefined` where it is not the same for everybody. */
export function ownCommand(option: InstallOption): string[] | undefined {
  const { launch } = option
  if (launch.type !== 'stdio') return undefined
  const filler = fillerOf(option, { answers: {} })
  const args = filler.tokens(launch.args)
  return filler.missing.size > 0 ? undefined : [launch.command, ...args]
}

function isNotYes(word: string, index: number): boolean {
  return word !== '-y' || index > 0
}

const VERSIONED = /^(@?[^@\s]+)@([^@\s/]+)$/

/** Without the version: the first word that names one is the package. */
function plain(words: readonly string[]): string[] {
  const place = words.findIndex((word) => VERSIONED.test(word))
  return words.map((word, index) => (index === place ? word.replace(VERSIONED, '$1') : word))
}

/** As Eclipse and Xcode write a version of a Python package. */
function pinned(word: string, index: number): string {
  return index === 1 ? word.replace(VERSIONED, '$1==$2') : word
}

/** Eclipse and Xcode do not pass variables on to containers. */
function withoutVariables({ launch }: InstallOption, words: readonly string[]): string[] {
  const names = new Set((launch as StdioLaunch).environment.map(({ name }) => name))
  return words.filter(
    (word, index) =>
      !(word === '-e' && names.has(words[index + 1] ?? '')) &&
      !(words[index - 1] === '-e' && names.has(word)),
  )
}

function distinct(commands: readonly string[][]): string[][] {
  return [...new Map(commands.map((words) => [JSON.stringify(words), words])).values()]
}
