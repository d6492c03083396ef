import { setTimeout as wait } from 'node:timers/promises'
import packageJson from '../../package.json' with { type: 'json' }
import type { Call } from './command.ts'
import { runProgram } from './program.ts'
import { gitHub } from './pull/github-door.ts'
import { usageError } from './stop.ts'
import { readTarget } from './target.ts'
import { openTerminal, paintFor, silentTerminal } from './terminal/open-terminal.ts'
import type { Terminal } from './terminal/terminal.ts'
import type { World } from './world.ts'
import { WIDTH } from '../validate/text/wrap.ts'

/** Tells a copy that is not packed, as in tests and during development, which registry it is for. */
const TARGET = process.env.MCP_GIT_REGISTRY_FILE ?? new URL('registry.json', import.meta.url)

process.stdout.on('error', () => process.exit(0))

function worldFor(call: Call): World {
  return {
    target: readTarget(TARGET),
    terminal: terminalFor(call),
    fetch: (input, init) => fetch(input, init),
    github: gitHub,
    env: process.env,
    cwd: folderHere(),
    sleep: (milliseconds) => wait(milliseconds),
    interruptible,
    isWindows: process.platform === 'win32',
  }
}

function folderHere(): string {
  try {
    return process.cwd()
  } catch {
    throw usageError('The folder that you are in is not there any more.', 'Change to another one.')
  }
}

function terminalFor({ flags }: Call): Terminal {
  if (flags.json || (flags.format ?? 'text') !== 'text') return silentTerminal
  const isLive = Boolean(process.stdout.isTTY) && !process.env.CI && process.env.TERM !== 'dumb'
  const asks = isLive && Boolean(process.stdin.isTTY) && !flags.yes
  const { columns } = process.stdout
  const paint = paintFor(process.stdout)
  return openTerminal({
    write: (text) => process.stdout.write(text),
    paint,
    isLive,
    asks,
    ...(isLive && columns && { columns }),
  })
}

async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const interruption = new AbortController()
  const interrupt = (): void => interruption.abort()
  process.once('SIGINT', interrupt)
  try {
    return await work(interruption.signal)
  } finally {
    process.off('SIGINT', interrupt)
  }
}

process.exitCode = await runProgram(process.argv.slice(2), packageJson.version, worldFor, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  ...(process.stderr.columns && { columns: Math.min(process.stderr.columns, WIDTH) }),
})
