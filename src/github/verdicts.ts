import { checkShape } from '../catalog/schema-check.ts'
import { RegistryError } from '../model/registry-error.ts'
import type { Verdict } from '../verify/verdict.ts'
import type { Mending } from './suggestions.ts'

/** A verdict and the pull request that it is about. */
export interface PullVerdict {
  pullRequest: number
  verdict: Verdict
  /** What its author can mend with one click. */
  suggestions: Mending[]
}

/** The file that the job which judges leaves for the job which reports. */
export function writeVerdicts(verdicts: readonly PullVerdict[]): string {
  return `${JSON.stringify({ version: 1, verdicts })}\n`
}

/**
 * Reads such a file. It comes from a job that has met hostile data, so nothing in it is taken on trust.
 *
 * @throws RegistryError R633
 */
export function readVerdicts(text: string): PullVerdict[] {
  const file = parse(text) as { version?: unknown; verdicts?: unknown } | null
  if (file?.version !== 1 || !Array.isArray(file.verdicts)) throw unusable('It is not of version 1.')
  return file.verdicts.map((item: Record<string, unknown> | null) => {
    const { pullRequest, verdict, suggestions } = item ?? {}
    if (!Number.isSafeInteger(pullRequest)) throw unusable('A verdict is about no pull request.')
    const [fault] = checkShape('verdict', verdict)
    if (fault) throw unusable(`The verdict on #${pullRequest as number}: ${fault.message}`)
    if (!Array.isArray(suggestions) || !suggestions.every(isMending)) {
      throw unusable(`The suggestions for #${pullRequest as number} have another form.`)
    }
    return { pullRequest, verdict, suggestions } as PullVerdict
  })
}

function isMending(value: Partial<Mending> | null): boolean {
  const { path, line, endLine = 1, lines, finding } = value ?? {}
  const areTexts = Array.isArray(lines) && [path, ...lines].every((text) => typeof text === 'string')
  return areTexts && [line, endLine, finding].every(Number.isSafeInteger)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unusable(`It is not JSON: ${(error as Error).message}.`)
  }
}

function unusable(reason: string): RegistryError {
  return new RegistryError('R633', `The file of verdicts cannot be used. ${reason}`, {
    fix: 'Run the workflow `verify` again.',
  })
}
