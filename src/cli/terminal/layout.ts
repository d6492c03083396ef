import { printable, WIDTH, wrap } from '../../validate/text/wrap.ts'
import type { Mark } from './terminal.ts'

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline'
export type Paint = (style: Style, text: string) => string

const COLOURS: Record<Mark, Style> = { '✓': 'green', '✗': 'red', '!': 'yellow', '·': 'dim' }
const WORD = 9
const ABOUT = 16
/** Below this many columns what stands beside a lead goes on at the left, where there is room for it. */
const NARROW = 60

/** How lines look, with or without a rule on their left that holds a conversation together. */
export interface Layout {
  fact(word: string, about: string, text: string): string
  mark(mark: Mark, word: string, text: string): string
  say(text: string): string
  lines(text: string): string
}

/** @param columns of the terminal; more than 80 are not used */
export function layoutOf(paint: Paint, rule: '' | '│ ', columns = WIDTH): Layout {
  const bar = rule && paint('dim', rule)

  /** Text to the right of a lead of `width` columns, which colour must not count into. */
  function beside(lead: string, width: number, text: string): string {
    const isNarrow = columns < NARROW
    const [indent, hanging] = [rule.length + width, rule.length + (isNarrow ? Math.min(width, 2) : width)]
    const [first = '', ...others] = wrap(text, indent, hanging, Math.min(columns, WIDTH)).split('\n')
    if (isNarrow && first.length > columns && width > 2)
      return `${bar}${lead.trimEnd()}\n${beside('  ', 2, text)}`
    const rest = others.map((line) => bar + line.slice(rule.length))
    return [bar + lead + first.slice(rule.length + width), ...rest].join('\n').replace(/ +$/gm, '')
  }

  return {
    fact(word, about, text) {
      const shown = printable(about)
      const width = WORD + Math.max(ABOUT, shown.length + 2)
      return beside(paint('dim', word.padEnd(WORD)) + paint('bold', shown.padEnd(width - WORD)), width, text)
    },
    mark(mark, word, text) {
      const shown = printable(word)
      const width = Math.max(WORD + 1, shown.length + 2)
      return beside(`${paint(COLOURS[mark], mark)} ${shown.padEnd(width)}`, width + 2, text)
    },
    say: (text) => beside('', 0, text),
    lines: (text) =>
      text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => bar + printable(line))
        .join('\n'),
  }
}
