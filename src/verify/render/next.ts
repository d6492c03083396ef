import { count } from '../../validate/text/count.ts'
import { show } from '../../validate/text/show.ts'
import type { Verdict } from '../verdict.ts'
import type { CommentFacts } from './comment-facts.ts'
import { waitsForItself } from './headline.ts'
import type { Outline } from './outline.ts'

/** What happens now, and what the publisher can do about it. */
export function nextStep(verdict: Verdict, outline: Outline, facts: CommentFacts): string {
  const { decision } = verdict
  if (decision === 'fail') return failed(facts)
  if (decision === 'error') {
    return 'there is nothing to do for you. We try again by ourselves; a comment `/recheck` asks at once.'
  }
  if (decision === 'hold' && facts.liftedBy === undefined) return held(verdict, outline, facts)
  if (facts.draft) return 'mark it as ready for review, and it merges by itself.'
  if (decision === 'hold' && verdict.waitDays) return waiting(verdict.waitDays, facts)
  return 'there is nothing to do. It merges by itself in about a minute. To stop it, convert it to a draft.'
}

function failed({ draft }: CommentFacts): string {
  if (draft) {
    return 'push to this branch, and we look again by ourselves. Nothing merges while this is a draft.'
  }
  return 'push to this branch, and we look again by ourselves. Convert to draft to pause; `/recheck` looks again without a push.'
}

function held({ waitDays }: Verdict, outline: Outline, { repository }: CommentFacts): string {
  if (waitsForItself(outline)) {
    return 'there is nothing to do. We look again by ourselves within the hour; a comment `/recheck` looks at once.'
  }
  const who = repository === undefined ? 'A maintainer' : `A maintainer of ${show(repository)}`
  const days = waitDays
    ? ` A change of owner then waits ${count(waitDays, 'day')}, so that the present owner can object.`
    : ''
  return `there is nothing to do for you. ${who} decides by a review of this commit; what you say in a comment helps.${days}`
}

function waiting(days: number, { mergesAt }: CommentFacts): string {
  const until = mergesAt === undefined ? '' : ` on ${mergesAt.slice(0, 10)}`
  return `there is nothing to do. It merges by itself${until}, ${count(days, 'day')} after it was approved, so that the present owner can object.`
}
