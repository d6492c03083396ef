/** The columns that texts for a terminal are made for. */
export const WIDTH = 80

/** Text that writes nothing but itself to a terminal. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
}

/**
 * Text as an indented paragraph. What is longer than a line, such as an address, stays whole so that it can be copied.
 *
 * @param indent columns before the first line
 * @param hanging columns before the others
 */
export function wrap(text: string, indent: number, hanging = indent, width = WIDTH): string {
  return text
    .split('\n')
    .map((line, index) => wrapLine(line, index === 0 ? indent : hanging, hanging, width))
    .join('\n')
}

function wrapLine(text: string, indent: number, hanging: number, width: number): string {
  const inner = /^[- ]*/.exec(text)![0].length
  const lines: string[] = []
  let line = ' '.repeat(indent) + text.slice(0, inner)
  let isEmpty = true
  for (const word of printable(text.slice(inner)).split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(hanging + inner)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}
