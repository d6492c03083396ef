const UNSAFE = /[\p{Cc}\p{Cf}\u2028\u2029`]/gu
const LONGEST = 80

/**
 * A user's string for a message: in backticks, cut to a readable length, with everything escaped that could change
 * how the message around it is shown.
 */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const characters = [...text.slice(0, LONGEST * 2)]
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('')
  return `\`${cut.replace(UNSAFE, escape)}\``
}

/** A text of several sentences with the same care, as it is: no hidden characters, and lines only where we made them. */
export function visible(text: string): string {
  return text.replace(/[^\n\P{C}]|[\u2028\u2029]/gu, escape)
}

function escape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`
}

/** `a`, `b` or `c`, each in backticks. */
export function showList(values: readonly string[], word = 'or'): string {
  const shown = values.map(show)
  if (shown.length < 2) return shown.join('')
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`
}
