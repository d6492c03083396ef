import { openPulls, type PullRequest } from './pull.ts'
import type { Verdict } from '../verify/verdict.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { readVerdictCheck, type VerdictCheck } from './verdict-check.ts'

const HOUR = 60 * 60 * 1000
/** A verdict that is older says little about a domain, or about a package. */
export const VERDICT_LIFE = 24 * HOUR

/** At most so many in one run; the others come first in the next. */
const MOST = 60

/**
 * The numbers of the open pull requests that have to be looked at: without a verdict on their present head, or with one
 * that may come out differently now. Those that have waited longest come first.
 *
 * @throws Unreachable
 */
export async function waitingPulls(registry: RegistryRepository, now: number): Promise<number[]> {
  const waiting: { number: number; since: number }[] = []
  for (const pull of await openPulls(registry)) {
    const check = await readVerdictCheck(registry, pull)
    if (isDue(pull, check, now)) waiting.push({ number: pull.number, since: check?.at ?? 0 })
  }
  return waiting
    .sort((a, b) => a.since - b.since)
    .slice(0, MOST)
    .map(({ number }) => number)
}

/** Holds are looked at hourly: a package may have arrived at its registry since. What is no publication never is. */
function isDue(pull: PullRequest, check: VerdictCheck | undefined, now: number): boolean {
  if (!check) return true
  if (!check.verdict) return false
  const age = now - check.at
  const { decision } = check.verdict
  const isEarly = now - pull.createdAt < VERDICT_LIFE && lacksPackage(check.verdict)
  return decision === 'error' || age > VERDICT_LIFE || ((decision === 'hold' || isEarly) && age > HOUR)
}

/** A release is often proposed minutes before its package is there. */
function lacksPackage({ decision, findings }: Verdict): boolean {
  const failing = findings.filter(({ status }) => status === 'fail')
  return decision === 'fail' && failing.length > 0 && failing.every(({ code }) => code.startsWith('R4'))
}
