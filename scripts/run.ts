import { styleText } from 'node:util'
import { RegistryError } from '../src/model/registry-error.ts'

/**
 * Runs a command to its end. Something that a person can fix is told as a sentence and gives `failure` as the exit
 * code; anything else is a bug of ours, keeps its stack and gives 3.
 */
export async function run(command: () => Promise<number | void>, failure = 1): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0
  } catch (error) {
    if (isUsage(error)) {
      console.error(`${(error as Error).message.split('. ')[0]}. See --help.`)
      process.exitCode = 3
      return
    }
    if (!(error instanceof RegistryError)) {
      console.error(error)
      process.exitCode = 3
      return
    }
    console.error(`${styleText('red', error.code, { stream: process.stderr })} ${error.message}`)
    if (error.fix) console.error(error.fix)
    process.exitCode = failure
  }
}

/** What `parseArgs` throws for a flag that does not exist, or has no value. */
function isUsage(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

export function warn(message: string): void {
  console.error(`${styleText('yellow', 'note', { stream: process.stderr })} ${message}`)
}
