import { placesIn } from '../../catalog/json-file.ts'
import { show } from '../../validate/text/show.ts'
import type { Publication } from '../change/change.ts'
import type { GateRule, Outcome } from '../rule.ts'

/** Scripts with letters that look like Latin ones. One word in two of them is hardly ever a word. */
const LOOK_ALIKE = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic']
const SCRIPTS = LOOK_ALIKE.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))
const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** The micro sign and the ohm sign count as Greek, and stand beside Latin letters in units. */
const UNIT = /^[µμΩ]\p{L}{0,3}$|^\p{L}{0,2}[Ωμ]$/u

/** Security B7. Server names are ASCII; titles and descriptions are what people see. */
export const MIXED_SCRIPTS: GateRule = {
  code: 'R502',
  title: 'A word mixes scripts that look alike',
  passed: 'No word mixes scripts that look alike.',
  why: 'A Cyrillic letter among Latin ones makes a name look like another one.',
  fix: 'Write the word in one script. If it is meant so, there is nothing to do: a maintainer looks at it.',
  example: '{"title": "Gіthub"}  with a Cyrillic і',
  check: ({ publications }) => publications.flatMap(outcomesFor),
}

function outcomesFor({ file, validation: { document } }: Publication): Outcome[] {
  return (['title', 'description'] as const).flatMap((field) => {
    const word = document?.[field]?.match(WORD)?.find(isMixed)
    if (word === undefined) return []
    const { line } = placesIn(file.bytes.toString('utf8'))([field])
    const message = `The ${field} has the word ${show(word)}, whose letters come from scripts that look alike.`
    return [{ status: 'hold', path: file.path, line, message }]
  })
}

function isMixed(word: string): boolean {
  return !UNIT.test(word) && SCRIPTS.filter((script) => script.test(word)).length > 1
}
