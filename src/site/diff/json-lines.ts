import { diffLines } from 'diff'
import { visibleJson } from '../text/safe-text.ts'

/** A run of lines that were left as they are, taken away, or put in. */
export interface Run {
  type: 'same' | 'removed' | 'added'
  lines: string[]
}

/** Documents that have less in common than this are shown whole, one after the other. */
const MAX_EDITS = 2000

/** Two documents as indented JSON, line against line. */
export function jsonLines(before: unknown, after: unknown): Run[] {
  const [old, present] = [before, after].map((value) => `${visibleJson(JSON.stringify(value, null, 2))}\n`)
  const parts = diffLines(old!, present!, { maxEditLength: MAX_EDITS })
  if (!parts) {
    return [
      { type: 'removed', lines: linesOf(old!) },
      { type: 'added', lines: linesOf(present!) },
    ]
  }
  return parts.map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    lines: linesOf(value),
  }))
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n')
}
