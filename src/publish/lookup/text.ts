import { readJson } from '../../validate/text/read.ts'
import { textProblems } from '../../validate/text/problems.ts'
import { positionsIn } from '../../validate/text/positions.ts'
import { isRecord } from '../../validate/structure/violations.ts'
import type { Clue } from '../clue.ts'
import { clueFromServer, unwrapped } from '../written/clue-from-server.ts'
import { LookupError } from './lookup-error.ts'

/** As the validator allows for a new file. */
const LARGEST = 256 * 1024

/**
 * What a `server.json` says that somebody pasted or wrote, of any schema; also a template that nobody has filled in.
 *
 * @throws LookupError where the text is not a JSON object
 */
export function clueFromText(text: string, source = 'server.json'): Clue {
  if (text.length > LARGEST) {
    throw new LookupError(
      'The file is larger than 256 KiB.',
      'Real ones are below 64 KiB: check which file this is.',
    )
  }
  const { value, faults, text: read } = readJson(text)
  const fault = faults.find(({ kind }) => kind === 'syntax' || kind === 'depth')
  if (fault) {
    const { line, column } = positionsIn(read)(fault.offset)
    const { message, rule } = textProblems(fault)
    throw new LookupError(`Line ${line}, column ${column}: ${message}`, rule.fix)
  }
  if (!isRecord(value))
    throw new LookupError('The text is not a JSON object.', 'A server.json begins with `{`.')
  return clueFromServer(unwrapped(value), source)
}
