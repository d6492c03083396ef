import type { Exit } from './exit.ts'
import type { FlagName, Flags } from './flags.ts'
import type { World } from './world.ts'

/** A command of the program. Commands are values in a list (`commands/index.ts`); the help is made from them. */
export interface Command {
  name: string
  /** What is written behind the name: `[PATH|URL]`. */
  takes: string
  /** One line for the list of commands. */
  does: string
  /** What else there is to know, as sentences. */
  details?: string
  /** One line each: what can stand behind the name, and what it means. */
  arguments?: readonly (readonly [word: string, meaning: string])[]
  /** The fewest and the most words behind the name. */
  words: readonly [fewest: number, most: number]
  flags: readonly FlagName[]
  /** A whole line that works. */
  example: string
  run(call: Call, world: World): Promise<Outcome>
}

/** A command as it was called. */
export interface Call {
  words: readonly string[]
  flags: Flags
}

export interface Outcome {
  exit: Exit
  /** What programs are told with `--json`. */
  json: unknown
  /** A document that people asked for, printed as it is. Only what may be shown as it is. */
  text?: string
}
