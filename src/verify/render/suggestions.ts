import { validateServerJson } from '../../validate/server-json.ts'
import type { Finding } from '../../model/finding.ts'
import type { GateFinding } from '../verdict.ts'
import { block, fence } from './markdown.ts'
import { repair } from './repair.ts'

/** A fix that the author can commit with one click: whole lines of a file, and what replaces them. */
export interface Suggestion {
  path: string
  /** The first line that is replaced, 1-based. */
  line: number
  /** The last one, where there are several. */
  endLine?: number
  /** What stands there instead; empty where the lines go. */
  lines: string[]
}

/** Nobody reads a change within a longer line, and minified files have one line only. */
const LONGEST_LINE = 500

/**
 * The exact change that makes a finding about a `server.json` go away, where there is only one sensible one.
 *
 * @param source the text of the file in which the finding is
 */
export function suggestionOf(finding: GateFinding, source: string): Suggestion | undefined {
  const { path } = finding
  if (path === undefined) return undefined
  const found = validateServerJson(source).findings.find((candidate) => isSame(candidate, finding))
  const repaired = found && repair(found, source)
  if (repaired === undefined || repaired === source) return undefined
  const { start, end, lines } = changedLines(source.split('\n'), repaired.split('\n'))
  if (lines.some((line) => line.length > LONGEST_LINE)) return undefined
  return { path, line: start, ...(start < end && { endLine: end }), lines }
}

/** A suggestion as a comment on its lines, in GitHub's Markdown. */
export function suggestionComment({ message, fix }: GateFinding, { lines }: Suggestion): string {
  const [opening = '', ...rest] = fence(lines.join('\n'))
  const content = lines.length === 0 ? rest.slice(-1) : rest
  const text = block(fix === undefined ? message : `${message} ${fix}`)
  return [...text, '', `${/^`+/.exec(opening)![0]}suggestion`, ...content].join('\n')
}

function isSame({ code, line, message }: Finding, finding: GateFinding): boolean {
  return code === finding.code && line === finding.line && message === finding.message
}

/** The lines of the old text, 1-based and inclusive, that the new one has others for. */
function changedLines(before: string[], after: string[]): { start: number; end: number; lines: string[] } {
  let head = 0
  while (head < before.length && before[head] === after[head]) head++
  let tail = 0
  const shorter = Math.min(before.length, after.length) - head
  while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // A suggestion replaces something: where lines are only added, it repeats the one before them.
  if (before.length - tail === head) head = Math.max(0, head - 1)
  const lines = after.slice(head, after.length - tail).map((line) => line.replace(/\r$/, ''))
  return { start: head + 1, end: before.length - tail, lines }
}
