import { LOOK_ALIKE } from '../verify/rules/look-alike.ts'
import { MANY_REQUESTS } from '../verify/rules/many-requests.ts'
import { MERGED_REGISTRY } from '../verify/rules/merged-registry.ts'
import { MIRRORED_SERVER } from '../verify/rules/mirrored-server.ts'
import { MIXED_SCRIPTS } from '../verify/rules/mixed-scripts.ts'
import { NEW_ACCOUNT } from '../verify/rules/new-account.ts'
import { OWNER_CHANGE } from '../verify/rules/owner-change.ts'
import type { Verdict } from '../verify/verdict.ts'
import { findApproval, mergeableFrom, type Approval } from './holds.ts'
import type { PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** Whether a verdict lets a pull request be merged now, and by whose word; or why not, as the end of a sentence. */
export type Readiness = { approval?: Approval } | { waitsFor: string }

/**
 * The rules whose holds a maintainer's approval lifts: those that ask for judgement. A package that nobody could look at
 * stays unchecked whoever approves (R4xx), and code is never merged by the gate (R124).
 */
const LIFTABLE = new Set(
  [MIRRORED_SERVER, OWNER_CHANGE, LOOK_ALIKE, MIXED_SCRIPTS, NEW_ACCOUNT, MANY_REQUESTS, MERGED_REGISTRY].map(
    ({ code }) => code,
  ),
)

/**
 * What a verdict means for merging: a hold is as good as a yes once a maintainer has lifted it.
 *
 * @throws Unreachable
 */
export async function readinessOf(
  registry: RegistryRepository,
  pull: PullRequest,
  verdict: Verdict,
  { now, heldSince }: { now: number; heldSince?: number | undefined },
): Promise<Readiness> {
  switch (verdict.decision) {
    case 'merge':
      return {}
    case 'fail':
      return { waitsFor: 'its author, who has something to change' }
    case 'error':
      return { waitsFor: 'another look, since the check did not work' }
    case 'hold': {
      const others = verdict.findings.find(({ code, status }) => status === 'hold' && !LIFTABLE.has(code))
      if (others) return { waitsFor: `what only time or people decide (${others.code})` }
      const approval = await findApproval(registry, pull)
      if (!approval) return { waitsFor: 'a maintainer’s review of its present commit' }
      if (verdict.waitDays === undefined) return { approval }
      // What was approved of before anybody was told of the change was something else.
      if (heldSince === undefined) return { waitsFor: 'its change of owner to be told' }
      const from = mergeableFrom(verdict, { ...approval, at: Math.max(approval.at, heldSince) })
      // A review without a time lifts nothing that has to wait.
      if (!(from <= now)) {
        return { waitsFor: `${new Date(from).toISOString()}, as every change of owner does` }
      }
      return { approval }
    }
  }
}
