import type { Verdict } from '../verify/verdict.ts'
import { findApproval, mergeableFrom, type Approval } from './holds.ts'
import type { PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** Whether a verdict lets a pull request be merged now, and by whose word; or why not, as the end of a sentence. */
export type Readiness = { approval?: Approval } | { waitsFor: string }

/**
 * What a verdict means for merging: a hold is as good as a yes once a maintainer has lifted it.
 *
 * @throws Unreachable
 */
export async function readinessOf(
  registry: RegistryRepository,
  pull: PullRequest,
  verdict: Verdict,
  now: number,
): Promise<Readiness> {
  switch (verdict.decision) {
    case 'merge':
      return {}
    case 'fail':
      return { waitsFor: 'its author, who has something to change' }
    case 'error':
      return { waitsFor: 'another look, since the check did not work' }
    case 'hold': {
      if (waitsByItself(verdict)) return { waitsFor: 'a package to appear' }
      const approval = await findApproval(registry, pull)
      if (!approval) return { waitsFor: 'a maintainer’s review of its present commit' }
      const from = mergeableFrom(verdict, pull)
      if (from > now) return { waitsFor: `${new Date(from).toISOString()}, as every change of owner does` }
      return { approval }
    }
  }
}

/** A maintainer can judge a name, but a package that nobody could look at stays unchecked whoever approves. */
function waitsByItself({ findings }: Verdict): boolean {
  return findings.some(({ code, status }) => status === 'hold' && code.startsWith('R4'))
}
