import { appendFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The clone that a workflow works in: `REGISTRY_ROOT`, or where it was started. */
export const clone = resolve(process.env.REGISTRY_ROOT || process.cwd())

/** Gives a value to the steps and jobs that come after this one. */
export function setOutput(name: string, value: string | number): void {
  if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`)
}
