import { placeOf } from '../catalog/layout.ts'
import { RegistryError } from '../model/registry-error.ts'
import { readMergeEffect } from '../verify/change/merge-effect.ts'
import type { Verdict } from '../verify/verdict.ts'
import { checkMerge } from './check-merge.ts'
import { fetchMain } from './clone.ts'
import { publicationMessage } from './commit-message.ts'
import type { Approval } from './holds.ts'
import { judge, type Bench } from './judge.ts'
import { recordOwner } from './owner-record.ts'
import { isForDefaultBranch, readPull, toPullRequest, type PullAnswer, type PullRequest } from './pull.ts'
import { readinessOf } from './readiness.ts'
import { squash } from './squash.ts'
import { readVerdictCheck, type VerdictCheck } from './verdict-check.ts'
import { VERDICT_LIFE } from './waiting.ts'
import { writeVerdictCheck } from './write-check.ts'

/** What became of a pull request. `changed`: the verdict is another one now, and has to be told to its author. */
export type MergeOutcome =
  | { result: 'merged' | 'unsure'; text: string }
  | { result: 'waiting'; text: string }
  | { result: 'changed'; text: string; pull: PullRequest; verdict: Verdict }

interface Judged {
  answer: PullAnswer
  pull: PullRequest
  verdict: Verdict
  approval?: Approval
}

/**
 * Merges one pull request, where a verdict on its present head allows it and the main branch as it is now does not speak
 * against it. Nothing is done twice and nothing is left half-done: a run that breaks off anywhere is continued by the
 * next one.
 *
 * @throws RegistryError R632 where the main branch is not what was judged: nothing more may be merged then
 * @throws Unreachable and others, where it could not be found out
 */
export async function mergePull(bench: Bench, listed: PullRequest, now: number): Promise<MergeOutcome> {
  const { registry, folder } = bench
  if (listed.draft) return waiting('its author, who made it a draft')
  const check = await readVerdictCheck(registry, listed)
  if (!check) return waiting('a verdict on its present commit')
  if (!check.verdict) return waiting('people: it is no publication')
  if (now - check.at > VERDICT_LIFE) return waiting('a fresh verdict')
  const first = await readinessOf(registry, listed, check.verdict, { now, heldSince: check.heldSince })
  if ('waitsFor' in first) return waiting(first.waitsFor)

  let judged = await judgeAgain(bench, listed, check, now)
  if ('result' in judged) return judged
  const unrecorded = judged.verdict.owners?.filter(({ record }) => record !== 'recorded') ?? []
  for (const owner of unrecorded) await recordOwner(registry, folder, judged.pull.defaultBranch, owner)
  if (unrecorded.length > 0) {
    judged = await judgeAgain(bench, listed, check, now)
    if ('result' in judged) return judged
    requireRecorded(judged.verdict)
  }
  // Once its owner is recorded an account is not new any more, but it was a maintainer who said so.
  return merge(bench, judged, check, judged.approval ?? first.approval)
}

/** Everything is asked anew: whether the pull request is still the same, and what merging it would do now. */
async function judgeAgain(
  bench: Bench,
  listed: PullRequest,
  check: VerdictCheck,
  now: number,
): Promise<Judged | MergeOutcome> {
  const answer = await readPull(bench.registry, listed.number)
  const pull = answer && toPullRequest(answer)
  if (!pull?.open || !isForDefaultBranch(pull)) return waiting('nobody: it is closed')
  if (pull.draft) return waiting('its author, who made it a draft')
  if (pull.headSha !== listed.headSha) return waiting('a verdict on its new commit')
  const main = await fetchMain(bench.folder, pull.defaultBranch)
  const verdict = await judge(bench, answer!, main, check.verdict)
  const readiness = await readinessOf(bench.registry, pull, verdict, { now, heldSince: check.heldSince })
  if (!('waitsFor' in readiness)) return { answer: answer!, pull, verdict, ...readiness }
  // The next run may be luckier, with the verdict that is there.
  if (verdict.decision === 'error') return waiting(readiness.waitsFor)
  return { result: 'changed', text: `waits for ${readiness.waitsFor}`, pull, verdict }
}

async function merge(
  bench: Bench,
  { answer, pull, verdict }: Judged,
  check: VerdictCheck,
  approval: Approval | undefined,
): Promise<MergeOutcome> {
  const { registry, folder } = bench
  const { number, headSha } = pull
  // The ruleset looks at the commit, where a copy of it in another pull request may have been refused since.
  if (check.shown !== 'success') {
    const summary = approval ? `\`${approval.login}\` approved of this commit.` : 'It was judged again.'
    await writeVerdictCheck(registry, number, check.verdict!, { title: 'Merging now', summary }, check)
  }
  const effect = await readMergeEffect(folder, verdict.baseSha, headSha)
  const places = effect.differences
    .map(({ path }) => placeOf(path))
    .filter((place) => typeof place === 'object')
  const publisher = pull.author ?? { login: 'ghost' }
  const message = publicationMessage({
    pullRequest: number,
    headSha,
    publisher,
    verdict,
    places,
    ...(approval && { approval }),
  })
  const merged = await squash(registry, number, headSha, message)
  if ('refused' in merged) return waiting(`the next run, since GitHub refused: ${merged.refused}`)
  if ('unsure' in merged)
    return { result: 'unsure', text: `may be merged, GitHub did not say: ${merged.unsure}` }
  await checkMerge(bench, answer, { ...verdict, tree: effect.mergedTree }, merged.commit)
  return { result: 'merged', text: `is merged: ${message.title}` }
}

function requireRecorded({ owners }: Verdict): void {
  const missing = owners?.find(({ record }) => record !== 'recorded')
  if (!missing) return
  throw new RegistryError(
    'R634',
    `The owner of ${missing.namespace} was recorded, but is not on the main branch.`,
  )
}

function waiting(what: string): MergeOutcome {
  return { result: 'waiting', text: `waits for ${what}` }
}
