import { EXIT, type Exit } from './exit.ts'

/** The end of a command for a reason that the person at the terminal can do something about. */
export class Stop extends Error {
  override readonly name = 'Stop'
  readonly exit: Exit
  readonly fix: string | undefined

  /** @param message what we saw and what we wanted, as sentences; `fix`: what exactly to do */
  constructor(exit: Exit, message: string, fix?: string) {
    super(message)
    this.exit = exit
    this.fix = fix
  }
}

export function usageError(message: string, fix?: string): Stop {
  return new Stop(EXIT.usage, message, fix)
}
