import type { Finding, Severity } from '../model/finding.ts'
import type { Profile } from './judge.ts'
import type { Path, Rule } from './rule.ts'
import { locatorFor } from './text/locate.ts'
import { positionsIn } from './text/positions.ts'
import type { PlacedProblem } from './text/problems.ts'

// Enough for any honest file; a hostile one shall not fill a pull request.
const MOST = 500

/**
 * Gives problems their severity, line and column, and sorts them by place. Only here is the text parsed for positions,
 * so that documents without problems are judged quickly.
 */
export function toFindings(
  problems: readonly PlacedProblem[],
  text: string,
  profile: Profile,
  severities: Record<string, Severity> = {},
): Finding[] {
  const all = problems.flatMap((problem) => {
    const severity = severityOf(problem.rule, profile, severities)
    return severity === 'off' ? [] : [{ problem, severity }]
  })
  const judged = all.length > MOST ? all.sort(errorsFirst).slice(0, MOST) : all
  if (judged.length === 0) return []
  const locate = judged.some(({ problem }) => problem.offset === undefined) ? locatorFor(text) : () => 0
  const positionOf = positionsIn(text)
  return judged
    .map(({ problem, severity }) => ({
      problem,
      severity,
      offset: problem.offset ?? locate(problem.path, problem.at),
    }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ problem, severity, offset }) => toFinding(problem, severity, positionOf(offset)))
}

/** So that no number of warnings can push an error out of sight. */
function errorsFirst(a: { severity: Severity }, b: { severity: Severity }): number {
  return Number(b.severity === 'error') - Number(a.severity === 'error')
}

function severityOf(rule: Rule, profile: Profile, severities: Record<string, Severity>): Severity | 'off' {
  const severity = rule.severity ?? 'error'
  if (profile === 'mirrored') return rule.mirrored ?? severity
  return severities[rule.code] ?? severity
}

function toFinding(
  { rule, path, message, fix = rule.fix }: PlacedProblem,
  severity: Severity,
  position: { line: number; column: number },
): Finding {
  return {
    code: rule.code,
    severity,
    pointer: toPointer(path),
    ...position,
    message,
    fix,
    ...(rule.upstream ? { upstream: rule.upstream } : {}),
    ...(rule.deviation ? { deviation: rule.deviation } : {}),
  }
}

/** RFC 6901. */
function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
