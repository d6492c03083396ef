import { styleText } from 'node:util'
import { WIDTH } from '../../validate/text/wrap.ts'
import { usageError } from '../stop.ts'
import { layoutOf, type Paint } from './layout.ts'
import { promptsFor } from './prompts.ts'
import { makeTicker } from './ticker.ts'
import type { Terminal } from './terminal.ts'

export interface TerminalOptions {
  /** Takes what is printed. */
  write(text: string): void
  paint: Paint
  /** A conversation, with a rule on its left and a line that shows what is going on; else plain lines. */
  isLive: boolean
  /** Whether questions may be asked. */
  asks: boolean
  /** How wide it is; 80 where that is not known. */
  columns?: number
}

/** Columns to the left and to the right of a moving text: the rule, its mark, and the time. */
const BESIDE_MOVING = 23

/** A terminal for people. */
export function openTerminal({ write, paint, isLive, asks, columns }: TerminalOptions): Terminal {
  const layout = layoutOf(paint, isLive ? '│ ' : '', columns)
  // What moves has to stay on one line, or it could not be taken away.
  const room = Math.max(0, (columns ?? WIDTH) - BESIDE_MOVING)
  const ticker = makeTicker(write, (text) => layout.mark('·', '', text.slice(0, room)).split('\n')[0]!)
  let going = ''

  function put(text: string): void {
    if (isLive) ticker.stop()
    going = ''
    write(`${text}\n`)
  }

  return {
    asks,
    paint,
    title: (text) => put(isLive ? `${paint('cyan', '◆')} ${paint('bold', text)}` : text),
    fact: (word, about, text) => put(layout.fact(word, about, text)),
    heading: (text) => put(isLive ? `${paint('dim', '│\n├')} ${paint('bold', text)}` : `\n${text}`),
    mark: (mark, word, text) => put(layout.mark(mark, word, text)),
    say: (text) => put(layout.say(text)),
    lines: (text) => put(layout.lines(text)),
    now(text) {
      if (text === going) return
      if (!isLive) put(layout.mark('·', '', text))
      else ticker.start(text)
      going = text
    },
    meanwhile(text) {
      if (isLive) ticker.start(text)
    },
    rest: ticker.stop,
    end(word, text) {
      const [first = '', ...others] = layout.say(`${word.padEnd(9)}${text}`).split('\n')
      put(
        isLive
          ? [first.replace('│', '└'), ...others.map((line) => line.replace('│', ' '))].join('\n')
          : [first, ...others].join('\n'),
      )
    },
    ...(asks ? promptsFor(paint, columns) : { ask: nobody, confirm: nobody, choose: nobody }),
  }
}

/** For programs, which are told the outcome and nothing on the way. */
export const silentTerminal: Terminal = {
  asks: false,
  paint: (_style, text) => text,
  title() {},
  fact() {},
  heading() {},
  mark() {},
  say() {},
  lines() {},
  now() {},
  meanwhile() {},
  rest() {},
  end() {},
  ask: nobody,
  confirm: nobody,
  choose: nobody,
}

/** Whoever asks has to look first whether somebody is there. */
async function nobody(): Promise<never> {
  throw usageError('Nobody is there to answer.', 'Use a terminal, or --yes.')
}

/** Colours where the stream takes them: a terminal, without `NO_COLOR`. Node before 20.18 does not look by itself. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const takesColours = stream.isTTY && stream.hasColors()
  return (style, text) => (takesColours ? styleText(style, text, { validateStream: false }) : text)
}
