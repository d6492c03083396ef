import { COMMANDS } from '../../cli/commands/index.ts'
import { commandHelp } from '../../cli/help.ts'

/** A command of the program, and what it prints about itself. */
export interface CommandText {
  name: string
  help: string
}

/** All commands, in the order of the program's own help. */
export function commandTexts(): CommandText[] {
  return COMMANDS.map((command) => ({ name: command.name, help: commandHelp(command).trimEnd() }))
}
