import type { RegistryTarget } from './target.ts'
import type { GitHubDoor } from './pull/github-door.ts'
import type { Terminal } from './terminal/terminal.ts'

/** Everything outside of the program that a command may use. */
export interface World {
  target: RegistryTarget
  terminal: Terminal
  fetch: typeof globalThis.fetch
  github: GitHubDoor
  env: NodeJS.ProcessEnv
  /** The folder that paths are relative to. */
  cwd: string
  sleep(milliseconds: number): Promise<void>
  /** Does something that Ctrl-C ends by way of the signal; anything else is simply stopped by it. */
  interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result>
  isWindows: boolean
}
