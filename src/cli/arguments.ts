import { parseArgs } from 'node:util'
import { count } from '../validate/text/count.ts'
import { suggestKey } from '../validate/structure/suggest.ts'
import { show } from '../validate/text/show.ts'
import type { Call, Command } from './command.ts'
import { FLAGS, type FlagName, type Flags } from './flags.ts'
import { usageError, type Stop } from './stop.ts'

/** Every command knows these. */
const COMMON: readonly FlagName[] = ['registry', 'json', 'help']

/** The flags of a command, in the order of its help. */
export function flagsOf({ flags }: Command): FlagName[] {
  return [...flags, ...COMMON.filter((name) => !flags.includes(name))]
}

/**
 * Reads what stands behind the name of a command.
 *
 * @throws Stop that says which word is wrong
 */
export function readCall(command: Command, args: readonly string[]): Call {
  const known = flagsOf(command)
  const options = Object.fromEntries(
    known.map((name) => {
      const flag = FLAGS[name]
      return [name, { type: flag.type, ...('short' in flag && { short: flag.short }) }]
    }),
  )
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const flags: Record<string, string | boolean> = {}
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (!known.includes(name as FlagName)) throw unknownFlag(command, rawName, known)
    flags[name] = valueOf(command, name as FlagName, rawName, value)
  }
  if (!flags.help) checkCount(command, words)
  return { words, flags: flags as Flags }
}

function valueOf(command: Command, name: FlagName, raw: string, value: string | undefined): string | boolean {
  const { type } = FLAGS[name]
  if (type === 'boolean' && value !== undefined) {
    throw usageError(`${show(raw)} takes no value.`, `Write ${raw} alone.`)
  }
  if (type === 'boolean') return true
  if (value === undefined || value === '' || (value.startsWith('-') && value.length > 1)) {
    throw usageError(`${show(raw)} needs a value.`, seeHelp(command))
  }
  return value
}

function unknownFlag(command: Command, raw: string, known: readonly FlagName[]): Stop {
  const says = `${command.name} has no ${show(raw)}.`
  if (/^--?(?:github-)?token$/.test(raw)) {
    return usageError(
      says,
      'A token on a command line ends up in histories. Set GITHUB_TOKEN, or use `gh auth login`.',
    )
  }
  const meant = suggestKey(raw.replace(/^-+/, ''), known)
  return usageError(says, meant ? `Did you mean --${meant}?` : seeHelp(command))
}

function checkCount(command: Command, words: readonly string[]): void {
  const [fewest, most] = command.words
  if (words.length < fewest) {
    const missing = command.arguments?.[words.length]?.[0] ?? 'something'
    throw usageError(`${command.name} needs ${missing}.`, `For example: ${command.example}`)
  }
  if (words.length > most) {
    throw usageError(
      `${command.name} takes at most ${count(most, 'word')}, and ${show(words[most])} is one more.`,
      seeHelp(command),
    )
  }
}

function seeHelp({ name }: Command): string {
  return `See mcp-git ${name} --help.`
}
