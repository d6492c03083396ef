import type { Problem, Rule } from '../rule.ts'
import {
  BYTE_ORDER_MARK,
  DUPLICATE_KEY,
  LONE_SURROGATE,
  NOT_JSON,
  NOT_UTF8,
  PROTOTYPE_KEY,
  TOO_DEEP,
  TOO_LARGE,
} from '../rules/text.ts'
import { MAX_DEPTH, type ReadText } from './read.ts'
import { show } from './show.ts'

/** A problem that knows its place in the text, because no path leads there. */
export type PlacedProblem = Problem & { offset?: number }

const LARGEST = { new: 256 * 1024, mirrored: 1024 * 1024 }

/** Asked before anything is read. The official registry allows a mebibyte. */
export function sizeProblem(
  input: Uint8Array | string,
  profile: 'new' | 'mirrored',
): PlacedProblem | undefined {
  const largest = LARGEST[profile]
  // A text has at most three bytes for each UTF-16 code unit, so most need not be encoded to be known as small.
  if (input.length * (typeof input === 'string' ? 3 : 1) <= largest) return undefined
  const size = typeof input === 'string' ? new TextEncoder().encode(input).length : input.length
  if (size <= largest) return undefined
  const message = `The file has ${size} bytes; at most ${largest} are allowed.`
  return { rule: TOO_LARGE, path: [], offset: 0, message }
}

const WORDS: Record<ReadText['faults'][number]['kind'], [Rule, (text: string) => string]> = {
  bom: [BYTE_ORDER_MARK, () => 'The file begins with a byte order mark.'],
  utf8: [NOT_UTF8, () => 'The bytes are not UTF-8.'],
  depth: [TOO_DEEP, () => `The document is nested more than ${MAX_DEPTH} levels deep.`],
  syntax: [NOT_JSON, (text) => `This is not JSON: there is ${text}.`],
  duplicate: [DUPLICATE_KEY, (text) => `The key ${show(text)} stands twice in this object.`],
  prototype: [PROTOTYPE_KEY, () => 'A key is named `__proto__`.'],
  surrogate: [LONE_SURROGATE, (text) => `The escape ${show(text)} is half a character.`],
}

export function textProblems(fault: ReadText['faults'][number]): PlacedProblem {
  const [rule, message] = WORDS[fault.kind]
  return { rule, path: [], offset: fault.offset, message: message(fault.text) }
}
