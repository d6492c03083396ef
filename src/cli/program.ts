import { WIDTH, wrap } from '../validate/text/wrap.ts'
import { suggestKey } from '../validate/structure/suggest.ts'
import { show } from '../validate/text/show.ts'
import { readCall } from './arguments.ts'
import type { Call, Command } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { EXIT, type Exit } from './exit.ts'
import { explainEnd } from './explain-end.ts'
import { commandHelp, programHelp } from './help.ts'
import { usageError } from './stop.ts'
import { targetAt } from './target.ts'
import type { World } from './world.ts'

/** Where the program's words go. */
export interface Streams {
  out(text: string): void
  error(text: string): void
  /** How wide errors may be; 80 where that is not known. */
  columns?: number
}

/** Makes the world of one call: whether anybody is asked and how lines look depends on its flags. */
export type WorldFor = (call: Call) => World

/**
 * Runs the program once.
 *
 * @param args without the names of Node and of the program
 * @returns the exit code
 */
export async function runProgram(
  args: readonly string[],
  version: string,
  worldFor: WorldFor,
  { out, error, columns = WIDTH }: Streams,
): Promise<Exit> {
  const [first, ...rest] = args
  const wantsJson = args.includes('--json')
  try {
    if (first === undefined || ['--help', '-h', 'help'].includes(first)) {
      const [topic] = rest.filter((word) => !word.startsWith('-'))
      out(topic ? commandHelp(commandCalled(topic)) : programHelp(COMMANDS, worldFor(NO_CALL).target))
      return first === undefined ? EXIT.usage : EXIT.done
    }
    if (['--version', '-v', 'version'].includes(first)) {
      out(`mcp-git ${version}\n`)
      return EXIT.done
    }
    return await runCommand(commandCalled(first), rest)
  } catch (thrown) {
    const { exit, message, fix } = explainEnd(thrown)
    if (wantsJson) out(`${JSON.stringify({ error: { message, ...(fix && { fix }) }, exit }, undefined, 2)}\n`)
    else {
      const mark = exit === EXIT.done ? '✓' : '✗'
      const lines = [wrap(`${mark} ${message}`, 0, 2, columns), ...(fix ? [wrap(fix, 2, 2, columns)] : [])]
      error(`${lines.join('\n')}\n`)
    }
    return exit
  }

  async function runCommand(command: Command, words: readonly string[]): Promise<Exit> {
    const call = readCall(command, words)
    if (call.flags.help) {
      out(commandHelp(command))
      return EXIT.done
    }
    const own = worldFor(call)
    const { registry } = call.flags
    const world =
      registry === undefined ? own : { ...own, target: await targetAt(registry, own.target, own.fetch) }
    const { exit, json, text } = await command.run(call, world).finally(world.terminal.rest)
    if (call.flags.json) out(`${JSON.stringify(json, undefined, 2)}\n`)
    else if (text !== undefined) out(text)
    return exit
  }
}

const NO_CALL: Call = { words: [], flags: {} }

function commandCalled(word: string): Command {
  const command = COMMANDS.find(({ name }) => name === word)
  if (command) return command
  const names = COMMANDS.map(({ name }) => name)
  if (word.startsWith('-')) {
    throw usageError(
      `A command comes first, and ${show(word)} is none.`,
      'For example: mcp-git publish --yes',
    )
  }
  const meant = suggestKey(word, names)
  const wasKnown = word === 'login' || word === 'logout'
  throw usageError(
    `There is no command ${show(word)}.`,
    wasKnown
      ? 'No login is needed: `mcp-git publish` uses GITHUB_TOKEN or `gh`, or asks for a code. For a domain see `mcp-git sign`.'
      : meant
        ? `Did you mean mcp-git ${meant}?`
        : `Commands: ${names.join(', ')}.`,
  )
}
