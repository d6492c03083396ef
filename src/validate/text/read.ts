import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { findTooDeep, scanJson, type TextFault } from './scan.ts'

/** No document needs more; upstream's own records stay below 12. */
export const MAX_DEPTH = 32

/** The parsed text, or why it cannot be read. A problem's offset is in UTF-16 code units of the text. */
export interface ReadText {
  text: string
  /** Absent where the text is not JSON at all. */
  value?: unknown
  faults: (TextFault | BrokenText)[]
}

interface BrokenText {
  kind: 'bom' | 'utf8' | 'depth' | 'syntax'
  offset: number
  /** For syntax: what the parser missed, in words. */
  text: string
}

const BOM = '\ufeff'

/** Reads bytes or text as JSON and notes everything that a parsed value would hide. Never throws. */
export function readJson(input: Uint8Array | string): ReadText {
  const faults: ReadText['faults'] = []
  let text = typeof input === 'string' ? input : decode(input)
  if (text === undefined) {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input as Uint8Array)
    return { text, faults: [{ kind: 'utf8', offset: Math.max(0, text.indexOf('\ufffd')), text: '' }] }
  }
  const hasBom = text.startsWith(BOM)
  if (hasBom) faults.push({ kind: 'bom', offset: 0, text: '' })
  // A space keeps every offset while the rest is read.
  const json = hasBom ? ` ${text.slice(1)}` : text
  const depth = findTooDeep(json, MAX_DEPTH)
  if (depth >= 0) return { text, faults: [...faults, { kind: 'depth', offset: depth, text: '' }] }
  const parsed = parseJson(json)
  if (!parsed) return { text, faults: [...faults, syntaxFault(json)] }
  return { text: json, value: parsed.value, faults: [...faults, ...scanJson(json)] }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** The engine's own message names no stable place, so the tolerant parser is asked where the text goes wrong. */
function syntaxFault(text: string): BrokenText {
  const errors: ParseError[] = []
  parse(text, errors, { allowTrailingComma: false, disallowComments: true })
  const first = errors[0]
  if (!first) return { kind: 'syntax', offset: 0, text: 'the text is not JSON' }
  return { kind: 'syntax', offset: Math.min(first.offset, text.length), text: inWords(first) }
}

const WORDS: Record<string, string> = {
  InvalidSymbol: 'a word that is not JSON',
  InvalidNumberFormat: 'a number that is not JSON',
  PropertyNameExpected: 'something other than a key in double quotes',
  ValueExpected: 'something other than a value',
  ColonExpected: 'a key without `:` after it',
  CommaExpected: 'two values without `,` between them',
  CloseBraceExpected: 'an object without `}`',
  CloseBracketExpected: 'an array without `]`',
  EndOfFileExpected: 'more text after the end of the document',
  InvalidCommentToken: 'a comment',
  UnexpectedEndOfComment: 'a comment',
  UnexpectedEndOfString: 'a string without closing quote',
  UnexpectedEndOfNumber: 'a number that breaks off',
  InvalidUnicode: 'a `\\u` escape without four hexadecimal digits',
  InvalidEscapeCharacter: 'an escape that JSON does not know',
  InvalidCharacter: 'a character that must be escaped',
}

function inWords(error: ParseError): string {
  return WORDS[printParseErrorCode(error.error)] ?? 'text that is not JSON'
}
