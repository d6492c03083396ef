import { count } from '../../validate/text/count.ts'
import type { Verdict } from '../verdict.ts'
import { adviceLines, checkedLines, footerOf } from './checked.ts'
import type { CommentFacts } from './comment-facts.ts'
import { headlineOf } from './headline.ts'
import { introductionLines } from './introduction.ts'
import { liveLines } from './live.ts'
import { code, inline } from './markdown.ts'
import { MARKER } from './marker.ts'
import { nextStep } from './next.ts'
import { outlineOf, type Group, type Outline } from './outline.ts'
import { placesIn, type Places } from './places.ts'
import { problemLines, ruleLink } from './problem.ts'

/** GitHub takes 65,536 characters. */
const LONGEST = 60_000

/** How much is told of how many things: less of everything where a pull request would fill pages. */
interface Room {
  problems: number
  /** Findings of one kind. */
  most: number
  /** Characters of a message. */
  longest: number
}

const ROOMS: Room[] = [
  { problems: 20, most: 10, longest: 2000 },
  { problems: 20, most: 3, longest: 500 },
  { problems: 10, most: 1, longest: 150 },
]

/**
 * A verdict as the one comment on a pull request, in GitHub's Markdown: the outcome first, then what to do about it,
 * then what happens next. Whatever a pull request holds stays text.
 */
export function toComment(verdict: Verdict, facts: CommentFacts = {}): string {
  let comment = ''
  for (const room of ROOMS) {
    comment = write(shortened(verdict, room.longest), facts, room)
    if (comment.length <= LONGEST) break
  }
  return comment
}

/** Messages quote strangers, who may have much to say. */
function shortened(verdict: Verdict, longest: number): Verdict {
  const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)
  const findings = verdict.findings.map((finding) => ({
    ...finding,
    message: cut(finding.message),
    ...(finding.fix !== undefined && { fix: cut(finding.fix) }),
  }))
  return { ...verdict, findings }
}

function write(verdict: Verdict, facts: CommentFacts, room: Room): string {
  const outline = outlineOf(verdict)
  const { mark, text } = headlineOf(verdict, outline, facts)
  const places = placesIn(verdict, facts)
  const done = facts.mergedAt !== undefined || facts.live !== undefined
  const parts = [
    [MARKER, `### ${mark} ${inline(text)}`],
    ...(done ? [] : bodyOf(verdict, outline, facts, places, room)),
    done ? [] : introductionLines(verdict, facts),
    adviceLines(outline, places),
    checkedLines(verdict, outline, places),
    done
      ? liveLines(verdict, facts)
      : [`**Next:** ${inline(nextStep(verdict, outline, facts))} · ${footerOf(verdict, facts.runUrl)}`],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** What stands in the way: in full where it decides, in a line each where something else has to be done first. */
function bodyOf(
  { decision }: Verdict,
  { fails, holds, errors }: Outline,
  facts: CommentFacts,
  places: Places,
  { problems, most }: Room,
): string[][] {
  const numbered = fails
    .slice(0, problems)
    .map((group, index) => problemLines(group, places, { number: index + 1, most }))
  const rest = fails.length - numbered.length
  if (rest > 0) numbered.push([`And ${count(rest, 'more thing')}, once these are done.`])
  const full = (groups: Group[]) => groups.map((group) => problemLines(group, places, { most }))
  const brief = (start: string, groups: Group[]) =>
    groups.length > 0 ? [[start, ...groups.map((group) => briefLine(group, places))]] : []
  if (decision === 'fail') {
    return [
      ...numbered,
      ...brief('A maintainer looks at this once the rest is done:', holds),
      ...brief('This we could not check yet, and try again:', errors),
    ]
  }
  if (facts.liftedBy !== undefined && decision === 'hold') {
    return brief(`The maintainer ${code(facts.liftedBy)} looked at this and approved of it:`, holds)
  }
  if (decision === 'error')
    return [...full(errors), ...brief('A maintainer looks at this afterwards:', holds)]
  return full(holds)
}

function briefLine({ code: rule, title }: Group, { siteUrl }: Places): string {
  return `- ${inline(title)} (${ruleLink(rule, siteUrl)})`
}
