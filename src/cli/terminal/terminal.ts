import type { Paint } from './layout.ts'

/** What a line is about: done, failed, worth knowing, going on, or waiting. */
export type Mark = '✓' | '✗' | '!' | '·'

export interface Ask {
  question: string
  hint?: string
  /** Taken where the person just presses Enter. */
  suggestion?: string
  /** What is wrong with an answer, as a sentence; `undefined` where nothing is. */
  fault(answer: string): string | undefined
}

/**
 * Where the program talks with a person. All texts may come from outside: no implementation lets them write anything
 * but themselves. Without a person (no terminal, CI, `--yes`, `--json`) nothing may be asked.
 */
export interface Terminal {
  /** Whether somebody is there to answer. */
  readonly asks: boolean
  readonly paint: Paint
  title(text: string): void
  /** A fact and what it is about: `Found`, `package.json`, `@acme/weather 1.4.0`. */
  fact(word: string, about: string, text: string): void
  /** A heading over marks. */
  heading(text: string): void
  mark(mark: Mark, word: string, text: string): void
  /** A paragraph. */
  say(text: string): void
  /** Lines as they are, such as a difference or a file. */
  lines(text: string): void
  /** What is going on at the moment; the next line of any kind takes its place. */
  now(text: string): void
  /** What a moment's wait is for; shown only where it can be taken away again. */
  meanwhile(text: string): void
  /** Takes away what is going on, before somebody else writes. */
  rest(): void
  /** The last line of a command that went well. */
  end(word: string, text: string): void
  /** @throws Stop where the person does not want to go on */
  ask(ask: Ask): Promise<string>
  /** @throws Stop */
  confirm(question: string): Promise<boolean>
  /** @throws Stop */
  choose<Value extends string>(question: string, options: readonly Choice<Value>[]): Promise<Value>
}

export interface Choice<Value extends string> {
  value: Value
  label: string
  hint?: string
}
