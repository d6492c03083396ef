import { safeText } from '../text/safe-text.ts'

/** One difference between two `server.json` documents, in words. */
export interface Change {
  type: 'added' | 'removed' | 'changed'
  /** How late a reader may learn of it: what keeps a server from starting comes first. */
  rank: number
  /** A sentence without its full stop. What a publisher wrote stands in backticks and holds none. */
  text: string
}

/** The order of sentences, the most important first. */
export const RANKS = {
  need: 0,
  secrecy: 1,
  file: 2,
  transport: 3,
  option: 4,
  source: 5,
  loss: 6,
  gain: 7,
  detail: 8,
  words: 9,
  version: 10,
  order: 11,
  rest: 12,
} as const

/** Longer texts are cut in their middle: addresses and paths differ at their ends. */
const MAX_QUOTED = 72

/** What a publisher wrote, in backticks: one line, short, and without backticks of its own. */
export function quoted(text: string): string {
  const characters = [...safeText(text).replaceAll('`', "'")]
  const half = MAX_QUOTED / 2
  const short =
    characters.length > MAX_QUOTED
      ? [...characters.slice(0, half), '…', ...characters.slice(1 - half)]
      : characters
  return `\`${short.join('') || ' '}\``
}

/** A value before and after; either may be absent. */
function fromTo(before: string | undefined, after: string | undefined): string {
  const word = (text: string | undefined): string => (text === undefined ? 'none' : quoted(text))
  return `${word(before)} → ${word(after)}`
}

/** A change of one field; none where the values are equal. */
export function fieldChange(
  label: string,
  before: string | undefined,
  after: string | undefined,
  rank: number,
): Change[] {
  return before === after ? [] : [{ type: 'changed', rank, text: `${label} ${fromTo(before, after)}` }]
}

export function orderChange(what: string): Change {
  return { type: 'changed', rank: RANKS.order, text: `Order of ${what} changed` }
}

/** Whether two parts of canonical documents are equal: those have one order of keys. */
export function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after)
}
