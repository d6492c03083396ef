import type { GateRule } from './rule.ts'
import type { Decision, FindingStatus } from './verdict.ts'

/**
 * What follows from what the rules said. It fails closed (security B16): a rule of which nothing was heard, or one that
 * was skipped though there is a network, is an error, and so is a verdict of no rules at all.
 */
export function decide(
  findings: readonly { code: string; status: FindingStatus }[],
  required: readonly Pick<GateRule, 'code'>[],
  offline: boolean,
): Decision {
  const has = (status: FindingStatus): boolean => findings.some((finding) => finding.status === status)
  if (has('fail')) return 'fail'
  const heard = new Set(findings.map(({ code }) => code))
  const isComplete = required.length > 0 && required.every(({ code }) => heard.has(code))
  if (has('error') || !isComplete || (has('skipped') && !offline)) return 'error'
  return has('hold') ? 'hold' : 'merge'
}
