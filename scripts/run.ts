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

export function warn(message: string): void {
  console.error(`${styleText('yellow', 'note', { stream: process.stderr })} ${message}`)
}
