import { CHECK_NAME } from '../../../../github/check-id.ts'
import { checkOf, type CheckRunFacts, type PullFacts } from '../../../../publish/progress.ts'
import { isObject } from '../document/place.ts'
import type { Answer, Ask } from './github.ts'

/** What is known of a pull request so far. */
export interface Facts {
  pull: PullFacts
  title: string
  checkRuns: readonly CheckRunFacts[]
  /** Whether the registry has what it publishes. */
  isLive: boolean
}

/** How often the pull request itself is asked for while its check runs: every so many times. */
const SELDOM = 3

/** A pull request that is followed. */
export interface Following {
  /** Asks for what may have changed; the facts, or why there are none now. */
  look(): Promise<{ type: 'found'; facts: Facts } | Exclude<Answer, { type: 'found' }>>
}

/**
 * Follows a pull request with as few questions as will do: GitHub allows sixty an hour, and counts those too whose
 * answer is that nothing has changed.
 *
 * @param repository `owner/name`
 * @param isListed whether the registry has a version
 */
export function followPull(
  ask: Ask,
  repository: string,
  number: number,
  isListed: (published: { name: string; version: string }) => Promise<boolean>,
): Following {
  let facts: Facts | undefined
  let turn = 0

  async function askForPull(): Promise<Answer | undefined> {
    const answer = await ask(`${repository}/pulls/${number}`)
    if (answer.type !== 'found') return answer
    const pull = readPull(answer.document)
    if (!pull) return { type: 'failed', why: 'What came back is not a pull request.' }
    const isSameHead = facts?.pull.head.sha === pull.head.sha
    const { title } = fieldsOf(answer.document)
    facts = {
      pull,
      title: typeof title === 'string' ? title : '',
      checkRuns: isSameHead ? facts!.checkRuns : [],
      isLive: facts?.isLive ?? false,
    }
    return undefined
  }

  async function askForChecks(known: Facts): Promise<Answer | undefined> {
    const { sha } = known.pull.head
    const answer = await ask(
      `${repository}/commits/${sha}/check-runs?check_name=${encodeURIComponent(CHECK_NAME)}&filter=all&per_page=100`,
    )
    if (answer.type === 'missing') return undefined
    if (answer.type !== 'found') return answer
    const { check_runs: checkRuns } = fieldsOf(answer.document)
    facts = { ...known, checkRuns: Array.isArray(checkRuns) ? checkRuns.filter(isCheckRun) : [] }
    return undefined
  }

  return {
    async look() {
      const wasWaiting = facts && checkOf(facts.pull, facts.checkRuns).checked === 'waiting'
      const isDue = turn++ % SELDOM === 0 || !wasWaiting
      if (!facts || (isDue && !facts.pull.merged_at)) {
        const trouble = await askForPull()
        if (trouble && trouble.type !== 'found') return trouble
      }
      if (facts && !isJudged(facts)) {
        const trouble = await askForChecks(facts)
        if (trouble && trouble.type !== 'found') return trouble
      }
      if (facts?.pull.merged_at && !facts.isLive) {
        const publishes = publishedBy(facts)
        const listed = await Promise.all(publishes.map(isListed))
        facts = { ...facts, isLive: publishes.length > 0 && listed.every(Boolean) }
      }
      return { type: 'found', facts: facts! }
    },
  }
}

/** Whether a verdict on the present head is known; a person’s decision about it shows in the pull request. */
function isJudged({ pull, checkRuns }: Facts): boolean {
  const { checked, verdict } = checkOf(pull, checkRuns)
  return verdict !== undefined && checked !== 'error' && checked !== 'waiting'
}

/** The versions that a pull request adds, as far as the check has said. */
export function publishedBy({ pull, checkRuns }: Facts): { name: string; version: string }[] {
  return checkOf(pull, checkRuns).verdict?.publishes ?? []
}

/** Whether nothing more will happen that could be seen here. */
export function isOver(facts: Facts): boolean {
  const { pull, isLive } = facts
  if (pull.merged_at) return isLive || publishedBy(facts).length === 0
  return pull.state === 'closed'
}

/** Whether nothing happens before a person does something: pushes, approves, or marks a draft as ready. */
export function waitsForPerson({ pull, checkRuns }: Facts): boolean {
  const { checked } = checkOf(pull, checkRuns)
  return !pull.merged_at && (checked === 'fail' || checked === 'hold' || pull.draft === true)
}

function readPull(document: unknown): PullFacts | undefined {
  const pull = fieldsOf(document)
  const isPull =
    Number.isSafeInteger(pull.number) &&
    [pull.state, pull.created_at, pull.updated_at, fieldsOf(pull.head).sha].every(
      (field) => typeof field === 'string',
    ) &&
    (pull.merged_at === null || typeof pull.merged_at === 'string')
  return isPull ? (document as PullFacts) : undefined
}

function isCheckRun(run: unknown): run is CheckRunFacts {
  const { id, name, head_sha: sha, output } = fieldsOf(run)
  return (
    Number.isSafeInteger(id) &&
    typeof name === 'string' &&
    typeof sha === 'string' &&
    typeof output === 'object'
  )
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}
