import type { Filler } from './fill.ts'
import { isSafeOnWindows } from './quote/quote-powershell.ts'
import type { Launch, RemoteLaunch, StdioLaunch, Template } from './types.ts'

/**
 * What there is to set up: a program, an address, or both, if the program has to be started first and is then reached at
 * the address. `undefined` for what no client starts.
 */
export function partsOf(launch: Launch): { program?: StdioLaunch; address?: RemoteLaunch } | undefined {
  switch (launch.type) {
    case 'stdio':
      return { program: launch, ...(launch.then && { address: launch.then }) }
    case 'http':
    case 'sse':
      return { address: launch as RemoteLaunch }
    default:
      return undefined
  }
}

/** A program as most clients write it down. */
export interface Started {
  command: string
  args: string[]
  env?: Record<string, string>
}

/** An address as most clients write it down. */
export interface Reached {
  type: 'http' | 'sse'
  url: string
  headers?: Record<string, string>
}

export function startedOf({ command, args, environment }: StdioLaunch, filler: Filler): Started {
  const env = filler.pairs(environment)
  return { command, args: filler.tokens(args), ...(env.length > 0 && { env: Object.fromEntries(env) }) }
}

export function reachedOf({ type, url, headers }: RemoteLaunch, filler: Filler): Reached {
  const pairs = filler.pairs(headers)
  return { type, url: filler.text(url), ...(pairs.length > 0 && { headers: Object.fromEntries(pairs) }) }
}

/**
 * On Windows `npx` is a `.cmd` file, which some clients cannot start without `cmd`. Where cmd.exe would read an argument
 * as more than that, the program stays as it is: better it does not start.
 */
export function forWindows(program: Started): Started {
  const { command, args } = program
  if (command !== 'npx' || !args.every(isSafeOnWindows)) return program
  return { ...program, command: 'cmd', args: ['/c', command, ...args] }
}

// `${NAME}`, `$NAME`, `{env:NAME}`, `{file:…}`: what one client or the other replaces with something of the computer's.
const REFERENCE = /\$[{A-Za-z_]|\{(?:env|file):/

/** Whether the publisher's own text holds what a client may take for a reference to something of the person's. */
export function hasReferences(launch: Launch): boolean {
  const { program, address } = partsOf(launch) ?? {}
  const texts = [
    ...(program?.args.flatMap(({ tokens }) => tokens) ?? []),
    ...(program?.environment.map(({ value }) => value) ?? []),
    ...(address ? [address.url, ...address.headers.map(({ value }) => value)] : []),
  ]
  return texts.some(isReferring)
}

function isReferring(template: Template): boolean {
  return template.some((part) => typeof part === 'string' && REFERENCE.test(part))
}
