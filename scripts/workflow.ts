import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The clone that a workflow works in: `REGISTRY_ROOT`, or where it was started. */
export const clone = resolve(process.env.REGISTRY_ROOT || process.cwd())

// Errors may quote what strangers wrote, and a line of it could be a command to the runner.
if (process.env.GITHUB_ACTIONS === 'true') console.log(`::stop-commands::${randomUUID()}`)

/** Gives a value to the steps and jobs that come after this one. */
export function setOutput(name: string, value: string | number): void {
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`)
}
