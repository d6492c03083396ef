/** A terminal's text without its looks: what a person would read on it, scrolled lines included. */
export interface Screen {
  write(output: string): void
  /** All lines from the first, without trailing spaces and empty lines at the end. */
  text(): string
}

/** An escape sequence (CSI, OSC, or two characters), a control character, or one character of text. */
const TOKEN = /\x1b\[([0-9;?]*)([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[^[\]]|[\s\S]/gu
/** The start of a sequence that the next output goes on with. */
const UNFINISHED = /\x1b(?:\[[0-9;?]*|\][^\x07\x1b]*)?$/

/**
 * As much of a terminal as prompts use: they move the cursor up, clear below it and draw again. Every character is one
 * column wide.
 */
export function makeScreen(columns: number, rows: number): Screen {
  const lines: string[][] = [[]]
  let row = 0
  let column = 0
  let pending = ''
  const top = (): number => Math.max(0, lines.length - rows)
  return {
    write(output) {
      const all = pending + output
      pending = UNFINISHED.exec(all)?.[0] ?? ''
      for (const [token, parameters, command] of all.slice(0, all.length - pending.length).matchAll(TOKEN)) {
        if (command) move(command, (parameters ?? '').split(';').map(Number))
        else if (!token.startsWith('\x1b')) put(token)
      }
    },
    text: () =>
      lines
        .map((line) => Array.from(line, (character) => character ?? ' ').join(''))
        .map((line) => line.trimEnd())
        .join('\n')
        .trimEnd(),
  }

  function put(character: string): void {
    if (character === '\n') goTo(row + 1)
    else if (character === '\r') column = 0
    else if (character === '\b') column = Math.max(0, column - 1)
    else if (character >= ' ') {
      if (column >= columns) {
        goTo(row + 1)
        column = 0
      }
      lines[row]![column++] = character
    }
  }

  function move(command: string, [first = 0, second = 0]: number[]): void {
    const steps = first || 1
    switch (command) {
      case 'A':
        return goTo(Math.max(top(), row - steps))
      case 'B':
        return goTo(row + steps)
      case 'C':
        column = Math.min(columns - 1, column + steps)
        return
      case 'D':
        column = Math.max(0, column - steps)
        return
      case 'G':
        column = steps - 1
        return
      case 'H':
        goTo(top() + steps - 1)
        column = (second || 1) - 1
        return
      case 'J':
        if (first === 0) lines.splice(row + 1)
        if (first >= 2) lines.splice(top(), Infinity, [])
        row = Math.min(row, lines.length - 1)
        return clearLine(first)
      case 'K':
        return clearLine(first)
    }
  }

  function clearLine(how: number): void {
    const line = lines[row]!
    if (how === 0) line.splice(column)
    else if (how === 1) line.fill(' ', 0, column + 1)
    else line.splice(0)
  }

  function goTo(target: number): void {
    row = target
    while (lines.length <= row) lines.push([])
  }
}
