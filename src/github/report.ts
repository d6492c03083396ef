import { toComment } from '../verify/render/comment.ts'
import { summaryOf } from '../verify/render/summary.ts'
import { OTHER_FILES } from '../verify/rules/other-files.ts'
import type { Verdict } from '../verify/verdict.ts'
import { writeComment } from './comment.ts'
import { findApproval, mergeableFrom } from './holds.ts'
import { readPull, toPullRequest, type PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { writeSuggestions } from './suggestions.ts'
import type { PullVerdict } from './verdicts.ts'
import { writeOtherCheck, writeVerdictCheck } from './write-check.ts'

/**
 * Tells the author of a pull request what the registry says, unless it is closed or has another head by now: then the
 * verdict is about something that nobody sees any more.
 *
 * @param siteUrl where the registry's site is served
 * @returns what was done, as the end of a sentence
 */
export async function report(
  registry: RegistryRepository,
  { pullRequest, verdict, suggestions }: PullVerdict,
  siteUrl: string,
): Promise<string> {
  const answer = await readPull(registry, pullRequest)
  const pull = answer && toPullRequest(answer)
  if (!pull?.open) return 'is closed'
  if (pull.headSha !== verdict.headSha) return 'has another head by now'
  await writeSuggestions(registry, pull, verdict, suggestions)
  await tell(registry, pull, verdict, siteUrl)
  return `is told: ${verdict.decision}`
}

/**
 * Writes the comment, then the check. In this order, since the check is what says that the work is done: a run that
 * breaks off before it is done again.
 */
export async function tell(
  registry: RegistryRepository,
  pull: PullRequest,
  verdict: Verdict,
  siteUrl: string,
): Promise<void> {
  const { number, draft } = pull
  if (isNoPublication(verdict)) {
    const summary =
      'People review this, and the gate has no say: it is code, a setting or a decision of the maintainers.'
    return writeOtherCheck(registry, pull, 'neutral', { title: 'Not a publication', summary })
  }
  const approval = verdict.decision === 'hold' ? await findApproval(registry, pull) : undefined
  const comment = toComment(verdict, {
    repository: registry.fullName,
    siteUrl,
    draft,
    ...(registry.serverUrl && { serverUrl: registry.serverUrl }),
    ...(registry.runUrl && { runUrl: registry.runUrl }),
    ...(approval && {
      liftedBy: approval.login,
      mergesAt: new Date(mergeableFrom(verdict, approval)).toISOString(),
    }),
  })
  await writeComment(registry, number, comment)
  await writeVerdictCheck(registry, number, verdict, summaryOf(verdict, siteUrl))
}

/** Such a verdict is not kept either, so that no approval can make the gate merge what it has not judged. */
function isNoPublication({ findings }: Verdict): boolean {
  return findings.some(({ code, status }) => code === OTHER_FILES.code && status === 'hold')
}
