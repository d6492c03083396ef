import type { Clue } from '../clue.ts'
import { plainText } from '../plain-text.ts'

/** Why a file of a project cannot be read, as the end of a sentence: `is not JSON (line 3, column 5)`. */
export class BadFile extends Error {
  override readonly name = 'BadFile'
}

/** What a reading of some file gave; where the file is broken, a clue that says so and where. */
export function orBroken(source: string, read: () => Clue | undefined): Clue | undefined {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    const says = 'cannot be read'
    return {
      source,
      says,
      server: {},
      warnings: [plainText(`${source} ${error.message}, so it was passed over.`)],
    }
  }
}
