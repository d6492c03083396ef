import { printable, wrap } from '../../verify/render/terminal.ts'
import type { Mark } from './terminal.ts'

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'underline'
export type Paint = (style: Style, text: string) => string

const COLOURS: Record<Mark, Style> = { '✓': 'green', '✗': 'red', '!': 'yellow', '·': 'dim' }
const WORD = 9
const ABOUT = 16

/** How lines look: 80 columns wide, with or without a rule on their left that holds a conversation together. */
export interface Layout {
  fact(word: string, about: string, text: string): string
  mark(mark: Mark, word: string, text: string): string
  say(text: string): string
  lines(text: string): string
}

export function layoutOf(paint: Paint, rule: '' | '│ '): Layout {
  const bar = rule && paint('dim', rule)

  /** Text to the right of a lead of `width` columns, which colour must not count into. */
  function beside(lead: string, width: number, text: string): string {
    const [first = '', ...others] = wrap(text, rule.length + width).split('\n')
    const rest = others.map((line) => bar + line.slice(rule.length))
    return [bar + lead + first.slice(rule.length + width), ...rest].join('\n').replace(/ +$/gm, '')
  }

  return {
    fact(word, about, text) {
      const shown = printable(about)
      const width = WORD + Math.max(ABOUT, shown.length + 2)
      return beside(paint('dim', word.padEnd(WORD)) + paint('bold', shown.padEnd(width - WORD)), width, text)
    },
    mark: (mark, word, text) =>
      beside(`${paint(COLOURS[mark], mark)} ${printable(word).padEnd(WORD + 1)}`, WORD + 3, text),
    say: (text) => beside('', 0, text),
    lines: (text) =>
      text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => bar + printable(line))
        .join('\n'),
  }
}
