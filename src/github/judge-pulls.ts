import { setTimeout as delay } from 'node:timers/promises'
import { docsOf } from '../verify/docs-address.ts'
import { explain } from '../verify/explain-error.ts'
import { Unreachable } from '../verify/net/unreachable.ts'
import { CHECK_FAILED } from '../verify/rules/check-failed.ts'
import type { Verdict } from '../verify/verdict.ts'
import { fetchMain } from './clone.ts'
import type { Wanted } from './event.ts'
import { judge, type Bench } from './judge.ts'
import { isForDefaultBranch, isOwnerRecord, readPull, toPullRequest } from './pull.ts'
import { suggestionsFor } from './suggestions.ts'
import type { PullVerdict } from './verdicts.ts'
import { waitingPulls } from './waiting.ts'

/** Long enough for a full run; what is left is the first thing that the next one looks at. */
const TIME_LIMIT = 10 * 60 * 1000

/**
 * Judges the pull requests that a run is about, as far as they are open and go to the main branch. What goes wrong with
 * one is its verdict, and does not keep the others waiting.
 *
 * @param siteUrl where the rules are explained
 * @returns a sentence instead of a verdict where GitHub says nothing about a pull request
 * @throws Unreachable where GitHub does not even say which there are
 */
export async function* judgePulls(
  bench: Bench,
  wanted: Wanted,
  siteUrl: string,
  now: () => number = Date.now,
): AsyncGenerator<PullVerdict | string> {
  const start = now()
  for (const pullRequest of await numbersOf(bench, wanted, start)) {
    if (now() - start > TIME_LIMIT) return
    try {
      const verdict = await judgePull(bench, pullRequest, siteUrl)
      if (!verdict) continue
      const isMendable = verdict.decision === 'fail'
      const suggestions = isMendable ? await suggestionsFor(bench.folder, verdict) : []
      yield { pullRequest, verdict, suggestions }
    } catch (error) {
      yield `#${pullRequest} is left for the next run: ${(error as Error).message}`
    }
  }
}

async function numbersOf({ registry }: Bench, wanted: Wanted, now: number): Promise<number[]> {
  if (wanted === 'none') return []
  return wanted === 'waiting' ? waitingPulls(registry, now) : [wanted.pullRequest]
}

async function judgePull(bench: Bench, number: number, siteUrl: string): Promise<Verdict | undefined> {
  const answer = await readPull(bench.registry, number)
  if (!answer || isOwnerRecord(bench.registry, answer)) return undefined
  const pull = toPullRequest(answer)
  if (!pull.open || !isForDefaultBranch(pull)) return undefined
  const { headSha, defaultBranch } = pull
  let base = headSha
  try {
    base = await fetchMain(bench.folder, defaultBranch)
    return await inTime(judge(bench, answer, base))
  } catch (error) {
    const finding = {
      code: CHECK_FAILED.code,
      status: 'error' as const,
      ...explain(error),
      docs: docsOf(CHECK_FAILED.code, siteUrl),
    }
    return { version: 1, decision: 'error', headSha, baseSha: base, findings: [finding], publishes: [] }
  }
}

/** One that makes us ask and ask must not keep the others waiting. */
const LONGEST = 2 * 60 * 1000

async function inTime(judging: Promise<Verdict>): Promise<Verdict> {
  judging.catch(() => {})
  const clock = new AbortController()
  const timeout = delay(LONGEST, undefined, { signal: clock.signal }).then(() => {
    throw new Unreachable('Looking at it took longer than two minutes, and was given up.')
  })
  timeout.catch(() => {})
  try {
    return await Promise.race([judging, timeout])
  } finally {
    clock.abort()
  }
}
