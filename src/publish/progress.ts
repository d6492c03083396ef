import { CHECK_NAME, externalId } from '../github/check-id.ts'
import { count } from '../validate/text/count.ts'
import { readVerdictText, type ReadVerdict } from './verdict-text.ts'

/** What GitHub's API says about a pull request, as far as it matters here. */
export interface PullFacts {
  number: number
  state: string
  draft?: boolean
  created_at: string
  updated_at: string
  merged_at: string | null
  head: { sha: string }
}

/** What GitHub's API says about a check run of its head. */
export interface CheckRunFacts {
  id: number | bigint
  name: string
  head_sha: string
  external_id: string | null
  status: string
  conclusion: string | null
  completed_at: string | null
  output: { text: string | null }
}

/** One of the five places that a pull request passes on its way into the registry, in this order. */
export interface Station {
  name: 'opened' | 'checked' | 'merged' | 'built' | 'live'
  /** `held`: a person has to do something first. `now`: this is what everybody waits for. */
  state: 'done' | 'now' | 'waiting' | 'failed' | 'held'
  /** Since when, as GitHub writes times. */
  since?: string
  /** What to say about it: plain text, one line. */
  note?: string
}

export type Checked = 'waiting' | 'pass' | 'fail' | 'hold' | 'error'

/** How long each station usually takes, in seconds. */
const USUAL_SECONDS = { checked: 60, merged: 90, built: 240 } as const

/** `neutral` is for what is no publication: people review it. */
const CHECKED: Record<string, Checked> = {
  success: 'pass',
  failure: 'fail',
  action_required: 'hold',
  neutral: 'hold',
}

/** What the registry's check says about the present head of a pull request. Check runs of others are not looked at. */
export function checkOf(
  pull: PullFacts,
  checkRuns: readonly CheckRunFacts[],
): { checked: Checked; at?: string; verdict?: ReadVerdict } {
  const { number, head } = pull
  const marks = [externalId('verdict', number, head.sha), externalId('other', number, head.sha)]
  const [newest] = checkRuns
    .filter((run) => run.name === CHECK_NAME && run.head_sha === head.sha && marks.includes(run.external_id!))
    .sort(
      (a, b) =>
        Date.parse(b.completed_at ?? '') - Date.parse(a.completed_at ?? '') || Number(b.id) - Number(a.id),
    )
  if (newest?.status !== 'completed') return { checked: pull.merged_at ? 'pass' : 'waiting' }
  const verdict = readVerdictText(newest.output.text)
  return {
    checked: pull.merged_at ? 'pass' : (CHECKED[newest.conclusion ?? ''] ?? 'error'),
    ...(newest.completed_at && { at: newest.completed_at }),
    ...(verdict && { verdict }),
  }
}

/**
 * How far a pull request has come. Pure: for the terminal and for the browser.
 *
 * @param live whether the registry shows what was published
 * @param now milliseconds since 1970
 */
export function stationsOf(
  pull: PullFacts,
  checkRuns: readonly CheckRunFacts[],
  live: boolean,
  now = Date.now(),
): Station[] {
  const merged = pull.merged_at
  return [
    { name: 'opened', state: 'done', since: pull.created_at },
    checkedStation(pull, checkRuns, now),
    mergedStation(pull, checkRuns, now),
    live
      ? { name: 'built', state: 'done' }
      : merged
        ? { name: 'built', state: 'now', since: merged, ...overdue('built', merged, now) }
        : { name: 'built', state: 'waiting' },
    { name: 'live', state: live ? 'done' : 'waiting' },
  ]
}

function checkedStation(pull: PullFacts, checkRuns: readonly CheckRunFacts[], now: number): Station {
  const name = 'checked'
  const { checked, at, verdict } = checkOf(pull, checkRuns)
  const since = at && { since: at }
  switch (checked) {
    case 'pass':
      return { name, state: 'done', ...since }
    case 'fail': {
      const things = verdict?.findings.filter(({ status }) => status === 'fail').length ?? 0
      return {
        name,
        state: 'failed',
        ...since,
        ...(things > 0 && { note: `${count(things, 'thing')} to fix` }),
      }
    }
    case 'hold':
      return { name, state: 'held', ...since, note: 'a maintainer of the registry has to look at it' }
    case 'error':
      return {
        name,
        state: 'now',
        ...since,
        note: 'the check itself did not work; it is tried again by itself',
      }
    case 'waiting':
      if (isClosed(pull)) return { name, state: 'waiting' }
      // A push counts as an update; the time of the opening would make every later push look slow.
      return { name, state: 'now', since: pull.updated_at, ...overdue(name, pull.updated_at, now) }
  }
}

function mergedStation(pull: PullFacts, checkRuns: readonly CheckRunFacts[], now: number): Station {
  const name = 'merged'
  if (pull.merged_at) return { name, state: 'done', since: pull.merged_at }
  if (isClosed(pull)) return { name, state: 'failed', note: 'closed without being merged' }
  const { checked, at } = checkOf(pull, checkRuns)
  if (checked !== 'pass') return { name, state: 'waiting' }
  if (pull.draft) return { name, state: 'held', note: 'it is a draft: mark it as ready for review' }
  return { name, state: 'now', ...(at && { since: at, ...overdue(name, at, now) }) }
}

function isClosed({ state, merged_at }: PullFacts): boolean {
  return state === 'closed' && !merged_at
}

function overdue(name: keyof typeof USUAL_SECONDS, since: string, now: number): { note: string } | undefined {
  const usual = USUAL_SECONDS[name]
  const seconds = Math.round((now - Date.parse(since)) / 1000)
  return seconds > usual ? { note: `usually ${duration(usual)}, now ${duration(seconds)}` } : undefined
}

function duration(seconds: number): string {
  if (seconds < 60) return count(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return count(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? count(hours, 'hour') : count(Math.round(hours / 24), 'day')
}
