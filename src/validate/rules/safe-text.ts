import type { DraftServer } from '../draft.ts'
import type { CheckedRule, Path, Rule } from '../rule.ts'
import { show } from '../text/show.ts'

const NUL_TEXT: Rule = {
  code: 'R253',
  title: 'A text contains the character U+0000',
  why: 'Databases and C libraries take it for the end of the text. The official registry cannot store it.',
  fix: 'Remove the character.',
  example: '{"title": "Weather\\u0000"}',
}

/** Official rule H04. */
export const NUL: CheckedRule<DraftServer> = {
  ...NUL_TEXT,
  check(server, at, report) {
    eachText(server, at, (text, path) => {
      if (!text.includes('\0')) return
      report({ rule: this, path, message: 'The text contains the character U+0000.' })
    })
  },
}

/** Emoji are joined by U+200D; scripts of South Asia and the Middle East shape letters with it and U+200C. */
const JOINED =
  '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f\\p{sc=Arabic}\\p{sc=Devanagari}\\p{sc=Bengali}\\p{sc=Gujarati}\\p{sc=Gurmukhi}\\p{sc=Kannada}\\p{sc=Malayalam}\\p{sc=Oriya}\\p{sc=Sinhala}\\p{sc=Tamil}\\p{sc=Telugu}]'
/** Tags spell the flags of England, Scotland and Wales; anywhere else they are text that only machines see. */
const TAGS = '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007f}]{0,8})[\\u{e0000}-\\u{e007f}]'
const HIDDEN = new RegExp(
  `[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u200b\\u2060-\\u2064\\u202a-\\u202e\\u2066-\\u2069\\ufeff]` +
    `|(?<!${JOINED})[\\u200c\\u200d]|[\\u200c\\u200d](?!${JOINED})|${TAGS}`,
  'u',
)

export const HIDDEN_CHARACTERS: CheckedRule<DraftServer> = {
  code: 'R292',
  title: 'A text contains invisible or direction-changing characters',
  why: 'They make a name or description look like something else, and carry text that people do not see and models read.',
  fix: 'Remove the character. It often comes along with text that is copied from a web page.',
  example: '{"title": "Weather\\u202e"}',
  deviation: 'hidden-characters',
  mirrored: 'off',
  check({ _meta: _, ...server }, at, report) {
    eachText(server, at, (text, path) => {
      const match = HIDDEN.exec(text)
      if (!match) return
      const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      report({ rule: this, path, message: `The text ${show(text)} contains the character U+${code}.` })
    })
  },
}

/** Whether a file may hold anything for these rules, by its text alone. Nearly all files do not. */
export function mayHideText(source: string): boolean {
  return /\\u|[\x7f-\x9f\u200b-\u200d\u202a-\u202e\u2060-\u2069\ufeff]|\udb40/.test(source)
}

/** Visits every text of a JSON value, at any depth. */
export function eachText(value: unknown, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === 'string') visit(value, path)
  else if (Array.isArray(value)) value.forEach((item, index) => eachText(item, [...path, index], visit))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) eachText(item, [...path, key], visit)
  }
}
