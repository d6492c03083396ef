import { RegistryError } from '../model/registry-error.ts'
import { LookupError } from '../publish/lookup/lookup-error.ts'
import { visible } from '../validate/text/show.ts'
import { EXIT, type Exit } from './exit.ts'
import { Stop } from './stop.ts'

/** Why a command ended before it was done, for people. */
export interface End {
  exit: Exit
  message: string
  fix?: string
}

/** What anything that was thrown means to the person at the terminal. What we did not foresee is our fault, and says so. */
export function explainEnd(thrown: unknown): End {
  if (thrown instanceof Stop) return endOf(thrown.exit, thrown.message, thrown.fix)
  if (thrown instanceof RegistryError)
    return endOf(EXIT.usage, `${thrown.message} (${thrown.code})`, thrown.fix)
  if (thrown instanceof LookupError) {
    return endOf(thrown.isTemporary ? EXIT.network : EXIT.usage, thrown.saw, thrown.fix)
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return endOf(
    EXIT.usage,
    `This is a fault of mcp-git, not yours: ${message}`,
    'Tell the maintainers of the registry what you did, with this line.',
  )
}

function endOf(exit: Exit, message: string, fix?: string): End {
  return { exit, message: visible(message), ...(fix && { fix: visible(fix) }) }
}
