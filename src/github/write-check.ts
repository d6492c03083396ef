import { toAnnotations, type Annotation } from '../verify/render/annotations.ts'
import type { Decision, Verdict } from '../verify/verdict.ts'
import { CHECK_NAME, externalId } from './check-id.ts'
import type { PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'
import { toRecord } from './verdict-record.ts'

type Conclusion = 'success' | 'failure' | 'action_required' | 'cancelled' | 'neutral'

/** GitHub lets `neutral` through a required check, so an error is not that: who could not look has not said yes. */
const CONCLUSIONS: Record<Decision, Conclusion> = {
  merge: 'success',
  fail: 'failure',
  hold: 'action_required',
  error: 'cancelled',
}

/** As many annotations as GitHub takes in one request, and as anybody reads. */
const PER_REQUEST = 50
const MOST = 200
const LONGEST_SUMMARY = 65_000

export interface CheckText {
  title: string
  /** Markdown. */
  summary: string
}

/**
 * Writes a verdict to the commit that was judged, as a new check run: GitHub shows the latest, and annotations can only
 * be added to a run, never taken away. Nothing depends on the older ones.
 *
 * @param passed set where it is merged now: since when the verdict stands, in milliseconds since 1970
 */
export async function writeVerdictCheck(
  registry: RegistryRepository,
  pullRequest: number,
  verdict: Verdict,
  text: CheckText,
  passed?: { at: number },
): Promise<void> {
  const { client, at } = registry
  const annotations = toAnnotations(verdict).slice(0, MOST)
  const output = { ...cut(text), text: toRecord(verdict) }
  const { data } = await client.rest.checks.create({
    ...at,
    ...run(registry, verdict.headSha, passed ? 'success' : CONCLUSIONS[verdict.decision], passed?.at),
    external_id: externalId('verdict', pullRequest, verdict.headSha),
    output: { ...output, annotations: annotations.slice(0, PER_REQUEST) },
  })
  for (const part of parts(annotations.slice(PER_REQUEST))) {
    const more = { ...output, annotations: part }
    await client.rest.checks.update({ ...at, check_run_id: data.id, output: more })
  }
}

/** Lets a commit through the required check that the gate has no say about: people do, or the registry made it. */
export async function writeOtherCheck(
  registry: RegistryRepository,
  { number, headSha }: Pick<PullRequest, 'number' | 'headSha'>,
  conclusion: 'success' | 'neutral',
  text: CheckText,
): Promise<void> {
  await registry.client.rest.checks.create({
    ...registry.at,
    ...run(registry, headSha, conclusion),
    external_id: externalId('other', number, headSha),
    output: cut(text),
  })
}

function run({ runUrl }: RegistryRepository, headSha: string, conclusion: Conclusion, at = Date.now()) {
  return {
    name: CHECK_NAME,
    head_sha: headSha,
    status: 'completed' as const,
    conclusion,
    completed_at: new Date(at).toISOString(),
    ...(runUrl && { details_url: runUrl }),
  }
}

function cut({ title, summary }: CheckText): CheckText {
  return { title, summary: summary.slice(0, LONGEST_SUMMARY) }
}

function* parts(annotations: readonly Annotation[]): Generator<Annotation[]> {
  for (let i = 0; i < annotations.length; i += PER_REQUEST) yield annotations.slice(i, i + PER_REQUEST)
}
