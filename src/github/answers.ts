import { Unreachable } from '../verify/net/unreachable.ts'

/** The HTTP status that a failed request came to; `undefined` for an error that is no answer of GitHub's. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' ? status : undefined
}

/** The answer, or `undefined` where GitHub says one of `statuses`. */
export async function unless<T>(statuses: readonly number[], answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    const status = statusOf(error)
    if (status !== undefined && statuses.includes(status)) return undefined
    throw error
  }
}

/** Statuses that say that something is not there, or not for us to see. */
export const MISSING = [404, 410, 451]

/**
 * The answer, or `undefined` where there is nothing there.
 *
 * @param what what was asked for, as in `GitHub could not be asked for <what>`
 * @throws Unreachable where GitHub gave no usable answer
 */
export async function lookUp<T>(what: string, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await unless(MISSING, answer)
  } catch (error) {
    const status = statusOf(error)
    if (status === undefined) throw error
    const reason = (error as Error).message.split('\n', 1)[0]!.slice(0, 200)
    throw new Unreachable(`GitHub could not be asked for ${what}: ${status} ${reason}.`)
  }
}
