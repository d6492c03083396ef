import fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { ServerJson } from '../../../model/server-json.ts'
import { installOptions } from '../options.ts'
import { contextOf } from '../testing/run-example.ts'
import { runInShell } from '../testing/run-in-shell.ts'
import { anyServer } from '../testing/server-arbitrary.ts'
import { isPrintable } from '../quote/printable.ts'
import type { Answers, InstallOption, Instruction } from '../types.ts'
import { CLIENTS } from './index.ts'

const SECRET = 'S3CRET-VALUE'
const REGISTRY = 'https://reg.acme.com/'

interface Told {
  option: InstallOption
  client: string
  steps: Instruction[]
}

/** What all clients are told about all options of a server, once with and once without a person's answers. */
function tell(server: ServerJson, isWindows = false): Told[] {
  return installOptions(server).flatMap((option) =>
    [{}, answersTo(option)].flatMap((answers) =>
      CLIENTS.map(({ id, instructions }) => ({
        option,
        client: id,
        steps: instructions(option, contextOf(server, { registryUrl: REGISTRY, isWindows }), answers),
      })),
    ),
  )
}

function answersTo({ fields }: InstallOption): Answers {
  return Object.fromEntries(
    fields.map(({ id, isSecret, isRepeated }) => {
      const answer = isSecret ? SECRET : 'typed'
      return [id, isRepeated ? [answer, `${answer}2`] : answer]
    }),
  )
}

function parsed({ language, text }: Extract<Instruction, { type: 'file' }>): unknown {
  if (language === 'json') return JSON.parse(text)
  return language === 'toml' ? parseToml(text) : parseYaml(text)
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}

function eachStep(server: ServerJson, check: (step: Instruction, told: Told) => void): void {
  for (const isWindows of [false, true])
    for (const told of tell(server, isWindows)) for (const step of told.steps) check(step, told)
}

test('files can be read, and no value in them is missing or empty', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      eachStep(server, (step) => {
        if (step.type !== 'file') return
        for (const leaf of leaves(parsed(step))) {
          expect(leaf, step.text).not.toBe('')
          expect(leaf, step.text).not.toBeNull()
        }
        // Nothing turns the text around, is out of sight, or works a terminal.
        expect(step.text).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/,
        )
      })
    }),
    { numRuns: 300 },
  )
})

test('links are addresses of the clients, short, and hold no secret', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      eachStep(server, (step) => {
        if (step.type !== 'link') return
        const { protocol } = new URL(step.url)
        expect(['https:', 'vscode:', 'vscode-insiders:', 'cursor:', 'lmstudio:', 'goose:']).toContain(
          protocol,
        )
        if (step.label !== 'Download the bundle') {
          expect(step.url.length).toBeLessThanOrEqual(2000)
          expect(step.url).toMatch(/^[\x21-\x7e]+$/)
        }
        expect(decodedLink(step.url)).not.toContain(SECRET)
      })
    }),
    { numRuns: 300 },
  )
})

function decodedLink(url: string): string {
  const config = new URL(url).searchParams.get('config') ?? ''
  return `${decodeURIComponent(url)} ${Buffer.from(config, 'base64').toString('utf8')}`
}

test('commands are one line that people can see, and hold no secret', () => {
  fc.assert(
    fc.property(anyServer, (server) => {
      eachStep(server, (step, { client }) => {
        if (step.type !== 'command') return
        expect(isPrintable(client === 'toolhive' ? step.text.replace('\n', '') : step.text)).toBe(true)
        expect(step.text).not.toContain(SECRET)
        if (step.shell === 'powershell') expect(step.text).not.toMatch(/[&|<>^%!"`;()*\u2018-\u201b]/)
      })
    }),
    { numRuns: 300 },
  )
})

test.each(['bash', 'dash'] as const)('%s gives the tools what the files say', (shell) => {
  fc.assert(
    fc.property(fc.array(anyServer, { minLength: 4, maxLength: 4 }), (servers) => {
      const commands = servers.flatMap((server) => tell(server)).flatMap(commandOf)
      const ran = runInShell(
        shell,
        commands.map(({ text }) => text),
      )
      expect(ran).toHaveLength(commands.length)
      ran.forEach((words, index) => {
        const { client, entry } = commands[index]!
        expect(startOf(client, words), commands[index]!.text).toEqual(entry)
      })
    }),
    { numRuns: 30 },
  )
})

interface Command {
  client: string
  text: string
  /** What the client's own file says is started or reached. */
  entry: unknown
}

const COMPARED = ['claude-code', 'codex', 'gemini-cli', 'amp', 'vscode']

function commandOf({ client, steps, option }: Told): Command[] {
  const command = steps.find(({ type }) => type === 'command')
  const file = steps.find((step) => step.type === 'file')
  const isStep = option.launch.type === 'stdio' && option.launch.then
  if (!command || command.type !== 'command' || !file || isStep || !COMPARED.includes(client)) return []
  const [servers] = Object.values(parsed(file) as Record<string, Record<string, Record<string, unknown>>>)
  const [entry] = Object.values(servers!)
  // Where there is no notation for a secret, what a person typed is in the file and not in the command.
  if (JSON.stringify(entry).includes(SECRET)) return []
  const { command: program, args, url, httpUrl } = entry!
  return [
    { client, text: command.text, entry: program ? [program, ...(args as string[])] : [url ?? httpUrl] },
  ]
}

/** What a tool would start or reach, told from its own arguments. */
function startOf(client: string, words: readonly string[]): unknown {
  if (client === 'vscode' || words[2] === 'add-json') {
    const { command, args, url } = JSON.parse(words.at(-1)!)
    return command ? [command, ...args] : [url]
  }
  const options = ['--env', '-e', '--scope', '-s', '--transport', '--header', '--bearer-token-env-var']
  const rest: string[] = []
  let at = 3
  for (; at < words.length && words[at] !== '--'; at++) {
    if (rest.length < 2 && words[at] === '--url') continue
    if (rest.length < 2 && options.includes(words[at]!)) at++
    else if (words[at] === '--bearer-token-env-var') at++
    else if (client === 'claude-code' && words[at] === '--header') at++
    else rest.push(words[at]!)
  }
  const behind = words.slice(at + 1)
  expect(rest[0]).toMatch(/^[A-Za-z0-9]/)
  return [...rest.slice(1), ...behind]
}
