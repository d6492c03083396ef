import { codePoints } from '../validate/go/text.ts'

/** In code points (official rule A06). */
export const LONGEST_DESCRIPTION = 100

export function isTooLong(description: string | undefined): description is string {
  return description !== undefined && codePoints(description) > LONGEST_DESCRIPTION
}

/** Below this the first sentence says too little to stand for the whole. */
const SHORTEST_SENTENCE = 30

/** A description that fits, as a proposal: the first sentence, or as many words as there is room for. */
export function shorten(description: string): string {
  if (!isTooLong(description)) return description
  const room = [...description].slice(0, LONGEST_DESCRIPTION).join('')
  const sentence = /^.*?[.!?。](?=\s)/su.exec(room)?.[0]
  if (sentence && codePoints(sentence) >= SHORTEST_SENTENCE) return sentence
  const words = [...room].slice(0, LONGEST_DESCRIPTION - 1).join('')
  const whole = words.replace(/\s\S*$/u, '')
  return `${(codePoints(whole) >= SHORTEST_SENTENCE ? whole : words).replace(/[\s,;:–—-]+$/u, '')}…`
}
