import { RegistryError } from '../../model/registry-error.ts'
import { EXIT, type Exit } from '../exit.ts'
import { Stop } from '../stop.ts'

/** By the codes of `publish/github/refusal.ts`. */
const EXITS: Record<string, Exit> = {
  R640: EXIT.signIn,
  R641: EXIT.signIn,
  R642: EXIT.network,
  R643: EXIT.network,
  // The registry has it already, so that doing it twice is no fault.
  R645: EXIT.done,
}

/** Gives what GitHub refuses the exit code that it has here. */
export async function askingGitHub<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    throw new Stop(EXITS[error.code] ?? EXIT.usage, error.message, error.fix)
  }
}
