import { spawn } from '@lydell/node-pty'
import { afterAll } from 'vitest'
import { makeScreen } from './screen.ts'

export interface TerminalOptions {
  cwd?: string
  /** Instead of the environment of the tests. `TERM` is set. */
  env?: Record<string, string | undefined>
  /** 80 */
  columns?: number
  /** 24 */
  rows?: number
}

/** A program in a real terminal, and the person in front of it. */
export interface Terminal {
  /** What can be read: plain text, scrolled lines included. */
  screen(): string
  /** Everything that the program wrote, escape sequences included. */
  output(): string
  /** Types a text; each character is a keystroke. */
  type(text: string): void
  press(key: Key): void
  /** How many keys were pressed so far. */
  keystrokes(): number
  /**
   * Waits until the text is on the screen.
   *
   * @param limit milliseconds, 20,000 where not said
   * @throws where the program ends or the time is over first; the message shows the screen
   */
  waitFor(text: string | RegExp, limit?: number): Promise<void>
  /** The exit code, when the program has ended; 128 and the number of the signal that ended it. */
  ended: Promise<number>
  stop(): void
}

const KEYS = {
  enter: '\r',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  space: ' ',
  tab: '\t',
  escape: '\x1b',
  backspace: '\x7f',
  'ctrl-c': '\x03',
  'ctrl-d': '\x04',
}

export type Key = keyof typeof KEYS

const running = new Set<Terminal>()

afterAll(() => {
  for (const terminal of running) terminal.stop()
})

/** Starts a program in a terminal of its own. It is stopped after the tests of the file, should it still run. */
export function startTerminal(command: string, args: string[], options: TerminalOptions = {}): Terminal {
  const { cwd = process.cwd(), env = process.env, columns = 80, rows = 24 } = options
  const screen = makeScreen(columns, rows)
  const pty = spawn(command, args, { name: 'xterm-256color', cwd, env, cols: columns, rows })
  const watchers = new Set<() => void>()
  let output = ''
  let keystrokes = 0
  let hasEnded = false

  pty.onData((data) => {
    output += data
    screen.write(data)
    for (const watch of watchers) watch()
  })
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal = 0 }) => {
      hasEnded = true
      running.delete(terminal)
      for (const watch of watchers) watch()
      resolve(signal ? 128 + signal : exitCode)
    })
  })

  const terminal: Terminal = {
    screen: screen.text,
    output: () => output,
    type(text) {
      keystrokes += [...text].length
      pty.write(text)
    },
    press(key) {
      keystrokes++
      pty.write(KEYS[key])
    },
    keystrokes: () => keystrokes,
    waitFor(text, limit = 20_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => give(`was not there after ${limit} ms`), limit)
        watchers.add(look)
        look()

        function look(): void {
          if (isIn(screen.text(), text)) finish(resolve)
          else if (hasEnded) give('was not there when the program ended')
        }
        function give(why: string): void {
          finish(() => reject(new Error(`${String(text)} ${why}. On the screen:\n${screen.text()}`)))
        }
        function finish(act: () => void): void {
          clearTimeout(timer)
          watchers.delete(look)
          act()
        }
      })
    },
    ended,
    stop: () => pty.kill('SIGKILL'),
  }
  running.add(terminal)
  return terminal
}

function isIn(screen: string, text: string | RegExp): boolean {
  return typeof text === 'string' ? screen.includes(text) : text.test(screen)
}
