import type { ServerJson } from '../../model/server-json.ts'
import { installOptions } from '../install/options.ts'
import type { InstallOption, Template } from '../install/types.ts'
import { commandsOf } from './commands.ts'

/** What Copilot, Claude Code and VS Code compare a server with. Each has exactly one member. */
export type Matcher = { serverName: string } | { serverUrl: string } | { serverCommand: string[] }

/**
 * Everything by which a server can be recognised: its full name, its addresses, and the command lines of its packages.
 * Only the latest version's commands are in it. A server whose packages want an argument of the person's own cannot be
 * recognised by its command, and one whose host is a variable not by its address; both are matched by name only.
 */
export function matchersOf(server: ServerJson): Matcher[] {
  const options = installOptions(server)
  const commands = options.flatMap(commandsOf).map((serverCommand) => ({ serverCommand }))
  const addresses = new Set(options.flatMap(addressOf))
  return [
    { serverName: server.name },
    ...[...addresses].map((serverUrl) => ({ serverUrl })),
    ...distinct(commands),
  ]
}

function addressOf({ launch }: InstallOption): string[] {
  if (launch.type !== 'http' && launch.type !== 'sse') return []
  const pattern = urlPattern(launch.url)
  return pattern === undefined ? [] : [pattern]
}

/**
 * An address with `*` for its variables. `undefined` where that would let in more than the publisher's: a variable in
 * the host, or a `*` of the publisher's own.
 */
function urlPattern(url: Template): string | undefined {
  if (url.some((part) => typeof part === 'string' && part.includes('*'))) return undefined
  const pattern = url.map((part) => (typeof part === 'string' ? part : '*')).join('')
  return /^https?:\/\/[^/*{}?#@\\]+(?:[/?#]|$)/.test(pattern) && !/[{}]/.test(pattern) ? pattern : undefined
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
