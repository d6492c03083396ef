import { styleText } from 'node:util'
import { usageError } from '../stop.ts'
import { layoutOf, type Paint } from './layout.ts'
import { prompts } from './prompts.ts'
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
}

/** A terminal for people. */
export function openTerminal({ write, paint, isLive, asks }: TerminalOptions): Terminal {
  const layout = layoutOf(paint, isLive ? '│ ' : '')
  const ticker = makeTicker(write, (text) => layout.mark('·', '', text).split('\n')[0]!)
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
    rest: ticker.stop,
    end(word, text) {
      const line = layout.say(`${word.padEnd(9)}${text}`)
      put(isLive ? line.replace('│', '└') : line)
    },
    ...(asks ? prompts : { ask: nobody, confirm: nobody, choose: nobody }),
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

/** Colours where the stream takes them (`NO_COLOR`, `FORCE_COLOR`, terminals). */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream, validateStream: true })
}
