import { flagsOf } from './arguments.ts'
import type { Command } from './command.ts'
import { FLAGS, type FlagName } from './flags.ts'
import type { RegistryTarget } from './target.ts'
import { wrap } from '../validate/text/wrap.ts'

/** What the program can do, for who calls it without a command. */
export function programHelp(commands: readonly Command[], { title, url }: RegistryTarget): string {
  const lines = commands.map(({ name, does }) => column(name, does, 12))
  return `${wrap(`Lists MCP servers in a registry that is a Git repository: ${title}, ${url}`, 0)}

Usage:
  mcp-git <command> [arguments]

Commands:
${lines.join('\n')}

Use 'mcp-git <command> --help' for more about a command.
Exit codes: 0 done, 1 usage, 2 not valid, 3 not signed in, 4 no answer,
5 the pull request is open.
`
}

/** What one command does, with its flags and one example. */
export function commandHelp(command: Command): string {
  const { name, takes, does, details, example } = command
  const words = command.arguments ?? []
  const flags = flagsOf(command)
  const width =
    Math.max(...words.map(([word]) => word.length), ...flags.map((flag) => nameOf(flag).length)) + 2
  return [
    wrap(`${does}.`, 0),
    ...(details ? ['', wrap(details, 0)] : []),
    '',
    `Usage: mcp-git ${[name, takes, '[flags]'].filter(Boolean).join(' ')}`,
    '',
    ...words.map(([word, meaning]) => column(word, meaning, width)),
    ...flags.map((flag) => column(nameOf(flag), FLAGS[flag].help, width)),
    '',
    'Example:',
    `  ${example}`,
    '',
  ].join('\n')
}

function nameOf(flag: FlagName): string {
  const facts = FLAGS[flag]
  const short = 'short' in facts ? `-${facts.short}, ` : ''
  const value = 'value' in facts ? ` ${facts.value}` : ''
  return `${short}--${flag}${value}`
}

function column(left: string, right: string, width: number): string {
  return `  ${left.padEnd(width)}${wrap(right, width + 2).trimStart()}`
}
