import type { KeyValueInput, ServerJson } from '../model/server-json.ts'

/** What one source of facts says about the server that is about to be published. */
export interface Clue {
  /** What was looked at, as people call it: `package.json`, `git remote`, `npm`, `.env.example`, `answers`. */
  source: string
  /** What it said, for the line "Found": `@acme/weather-mcp 1.4.0 (npm)`. Plain text, safe to print. */
  says: string
  /** What follows from it; packages and remotes are added up, for other fields the first clue wins. */
  server: Partial<ServerJson>
  /** Settings that the program reads from its environment, whichever package it comes in. */
  variables?: KeyValueInput[]
  /**
   * Whether it is a `server.json` that somebody wrote on purpose. What it leaves out was left out knowingly, so that
   * later clues only fill in what a `server.json` cannot do without.
   */
  isWhole?: true
  /** What its owner should know: `this package has no command, so npx cannot run it`. */
  warnings: string[]
  /** Why this cannot be published at all, with the fix. */
  refusal?: Refusal
}

export interface Refusal {
  saw: string
  fix: string
}
