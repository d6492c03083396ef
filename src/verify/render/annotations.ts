import type { GateFinding, Verdict } from '../verdict.ts'

/** What GitHub shows beside a line in "Files changed" (Checks API). */
export interface Annotation {
  path: string
  start_line: number
  end_line: number
  annotation_level: 'notice' | 'warning' | 'failure'
  title: string
  message: string
}

const LEVELS = { fail: 'failure', hold: 'warning', error: 'warning', pass: 'notice' } as const

/** The findings that stand at a file: what has to be done, what somebody looks at, and advice about clients. */
export function toAnnotations({ findings }: Verdict): Annotation[] {
  return findings.flatMap(toAnnotation)
}

function toAnnotation({ code, status, path, line = 1, message, fix }: GateFinding): Annotation[] {
  const isSilent = status === 'skipped' || (status === 'pass' && !code.startsWith('W'))
  if (path === undefined || isSilent) return []
  return [
    {
      path,
      start_line: line,
      end_line: line,
      annotation_level: LEVELS[status],
      title: code,
      message: fix ? `${message}\n${fix}` : message,
    },
  ]
}
