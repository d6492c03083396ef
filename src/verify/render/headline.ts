import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { Verdict } from '../verdict.ts'
import type { CommentFacts } from './comment-facts.ts'
import { isWaiting, type Outline } from './outline.ts'

export type Mark = '✓' | '✗' | '⏸' | '!'

/** The outcome in one line, with the strings of strangers in backticks. */
export interface Headline {
  mark: Mark
  text: string
}

/** The first thing that anybody reads. */
export function headlineOf(verdict: Verdict, outline: Outline, facts: CommentFacts = {}): Headline {
  const { mark, text } = outcomeOf(verdict, outline, facts)
  return { mark, text: text.charAt(0).toUpperCase() + text.slice(1) }
}

function outcomeOf(verdict: Verdict, outline: Outline, facts: CommentFacts): Headline {
  const what = subjectOf(verdict)
  const lists = verdict.publishes.length > 0
  if (facts.live) return { mark: '✓', text: `${what} ${plural(verdict) ? 'are' : 'is'} live` }
  if (facts.mergedAt) return { mark: '✓', text: `${what} ${plural(verdict) ? 'are' : 'is'} merged` }
  switch (verdict.decision) {
    case 'fail': {
      const things = `${count(outline.fails.length, 'thing')} to fix`
      return { mark: '✗', text: `${things} before ${what} can be ${lists ? 'listed' : 'merged'}` }
    }
    case 'error':
      return { mark: '!', text: `We could not check all of ${what}, and try again` }
    case 'hold':
      return holdHeadline(verdict, outline, facts, what)
    case 'merge':
      if (facts.draft) return { mark: '⏸', text: `${what} can be merged, and is paused as a draft` }
      return { mark: '✓', text: `${what} will be ${lists ? 'listed' : 'merged'}` }
  }
}

function holdHeadline(verdict: Verdict, outline: Outline, facts: CommentFacts, what: string): Headline {
  if (facts.liftedBy === undefined) {
    if (waitsForItself(outline)) return { mark: '⏸', text: `${what} waits for its package to appear` }
    return { mark: '⏸', text: `A maintainer has to look at ${what}` }
  }
  if (facts.draft) return { mark: '⏸', text: `${what} is approved, and paused as a draft` }
  if (verdict.waitDays)
    return { mark: '⏸', text: `${what} is approved, and waits ${count(verdict.waitDays, 'day')}` }
  return { mark: '✓', text: `${what} is approved, and will be merged` }
}

/** Whether nobody has to look, and time alone decides. */
export function waitsForItself({ holds }: Outline): boolean {
  return holds.length > 0 && holds.every(({ findings }) => findings.every(isWaiting))
}

function subjectOf({ publishes }: Verdict): string {
  const [first, ...others] = publishes
  if (!first) return 'this change'
  if (others.length === 0) return `${show(first.name)} ${versionText(first.version)}`
  const names = new Set(publishes.map(({ name }) => name))
  const of = names.size === 1 ? show(first.name) : count(names.size, 'server')
  return `${count(publishes.length, 'version')} of ${of}`
}

function versionText(version: string): string {
  return /^[0-9A-Za-z.+-]{1,64}$/.test(version) ? version : show(version)
}

function plural({ publishes }: Verdict): boolean {
  return publishes.length > 1
}
