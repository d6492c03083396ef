import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** A Node script with the flags that it is run with. */
export interface Command {
  flags: string[]
  script: string
}

/** What a process cost, without processes that it started. */
export interface Run {
  milliseconds: number
  /** Microseconds of processor time. */
  work: number
  /** The most memory that it held, in bytes. */
  peakMemory: number
}

/** The command behind `npm run NAME`, without npm's own time; `undefined` where its script does not exist. */
export function npmCommand(name: string): Command | undefined {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const words = (scripts[name] ?? '').split(' ').filter(Boolean)
  const path = words.pop()
  if (words.shift() !== 'node' || !path || !existsSync(join(PROJECT, path))) return undefined
  return { flags: words, script: join(PROJECT, path) }
}

/** A script of the bench itself. */
export function ownCommand(file: string): Command {
  return { flags: [], script: join(PROJECT, 'scripts/bench', file) }
}

/** Runs a command to its end. Where it fails, its complaint is thrown. */
export async function measure(
  command: Command,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Run> {
  const begin = performance.now()
  const child = startMeasured(command, args, env)
  const [code, report, complaint] = await Promise.all([
    once(child, 'close').then(([code]) => code),
    text(child.stdio[3] as Readable),
    text(child.stderr!),
    text(child.stdout!),
  ])
  const milliseconds = performance.now() - begin
  if (code !== 0) throw new Error(`${command.script} ended with ${code}: ${complaint}`)
  return { milliseconds, ...(JSON.parse(report) as Omit<Run, 'milliseconds'>) }
}

/** Runs a command that prints one JSON document, and gives the document. */
export async function readOutput<T>(command: Command, args: readonly string[]): Promise<T> {
  const child = start(command, args)
  const [code, output, complaint] = await Promise.all([
    once(child, 'close').then(([code]) => code),
    text(child.stdout!),
    text(child.stderr!),
  ])
  if (code !== 0) throw new Error(`${command.script} ended with ${code}: ${complaint}`)
  return JSON.parse(output) as T
}

export interface Server {
  port: number
  /** Microseconds of processor time since its start. */
  processorTime(): Promise<number>
  stop(): Promise<void>
}

/** Starts a server that prints a line which ends in its port, and waits for the line. */
export async function startServer(
  command: Command,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const child = startMeasured(command, args, env)
  const complaint = text(child.stderr!)
  const ended = once(child, 'close')
  let output = ''
  const port = await new Promise<number | undefined>((resolve) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk
      const digits = /(\d+)\/?\n/.exec(output)?.[1]
      if (digits) resolve(Number(digits))
    })
    void ended.then(() => resolve(undefined))
  })
  if (port === undefined) throw new Error(`${command.script} did not start: ${await complaint}`)
  const processorTime = async (): Promise<number> => {
    child.send('processor time?')
    const [answer] = await once(child, 'message')
    return answer as number
  }
  return { port, processorTime, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill()
  await ended
}

function startMeasured(
  { flags, script }: Command,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  return start({ flags, script: ownCommand('run-measured.ts').script }, [script, ...args], env)
}

/** Descriptor 3 and the channel for messages are for `run-measured.ts`. */
function start(
  { flags, script }: Command,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  return spawn(process.execPath, [...flags, script, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'ipc'],
  })
}
