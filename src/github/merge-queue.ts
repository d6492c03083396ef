import { RegistryError } from '../model/registry-error.ts'
import type { Verdict } from '../verify/verdict.ts'
import type { Bench } from './judge.ts'
import { removeOwnerBranches } from './owner-record.ts'
import { mergePull, type MergeOutcome } from './merge-pull.ts'
import { openPulls, type PullRequest } from './pull.ts'

export interface QueueLine {
  number: number
  result: MergeOutcome['result'] | 'failed'
  /** The end of a sentence that begins with the pull request. */
  text: string
}

/**
 * Merges every pull request that is ready, one after the other, oldest first. Which are ready is asked of GitHub, so an
 * event that got lost costs nothing but time.
 *
 * @param tell tells an author about a verdict that has changed since it was reported
 * @throws RegistryError R632 where a merge went wrong, and then at once
 */
export async function* drain(
  bench: Bench,
  tell: (pull: PullRequest, verdict: Verdict) => Promise<void>,
  now: () => number = Date.now,
): AsyncGenerator<QueueLine> {
  for (const pull of await openPulls(bench.registry)) {
    const { number } = pull
    try {
      const outcome = await mergePull(bench, pull, now())
      if (outcome.result === 'changed') await tell(outcome.pull, outcome.verdict)
      yield { number, result: outcome.result, text: outcome.text }
    } catch (error) {
      if (error instanceof RegistryError && error.code === 'R632') {
        yield { number, result: 'unsure', text: 'is merged, and something is wrong with it' }
        throw error
      }
      yield { number, result: 'failed', text: `is left for the next run: ${(error as Error).message}` }
    }
  }
  // What cannot be tidied up now is found by the next run.
  await removeOwnerBranches(bench.registry).catch(() => {})
}
