import { visible } from '../validate/text/show.ts'

const LONGEST = 160

/** Text from outside as one line that is safe to print: no hidden characters, and of a readable length. */
export function plainText(text: string): string {
  const characters = [...oneLine(text.slice(0, LONGEST * 4))]
  return visible(
    characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join(''),
  )
}

/** A text on one line, without space at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
