import { noteOf } from './notes.ts'
import { posixCommand } from './quote/quote-posix.ts'
import { powershellCommand } from './quote/quote-powershell.ts'
import type { InstallContext, Instruction } from './types.ts'

/** A command as a step; nothing where it cannot be written so that it does what it says, and only that. */
export function commandSteps(
  words: readonly string[] | undefined,
  { isWindows }: InstallContext,
  about: Parameters<typeof noteOf>[0] = {},
): Instruction[] {
  const shell = isWindows ? 'powershell' : 'posix'
  const text = words && (isWindows ? powershellCommand(words) : posixCommand(words))
  const note = noteOf(about)
  return text === undefined ? [] : [{ type: 'command', shell, text, ...(note && { note }) }]
}

/** A file as a step. */
export function fileStep(
  file: Pick<Extract<Instruction, { type: 'file' }>, 'path' | 'language' | 'text'>,
  about: Parameters<typeof noteOf>[0] = {},
): Instruction {
  const note = noteOf(about)
  return { type: 'file', ...file, ...(note && { note }) }
}
