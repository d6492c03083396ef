import { RULES } from '../../validate/rules/index.ts'
import type { Finding } from '../../model/finding.ts'
import type { Change } from '../change/change.ts'
import type { GateRule, Outcome } from '../rule.ts'

/**
 * What the validator says about new documents, rule by rule: the same findings in the same words as
 * `npm run validate`. Warnings about clients (`W…`) are advice and pass.
 */
export const DOCUMENT_RULES: readonly GateRule[] = RULES.map(({ code, title, why, fix, example }) => ({
  code,
  title,
  passed: `Not found: ${title}.`,
  why,
  fix,
  example,
  check: (change) => findingsIn(change, code).map(toOutcome),
}))

function findingsIn({ publications }: Change, code: string): { path: string; finding: Finding }[] {
  return publications.flatMap(({ file, validation }) =>
    validation.findings
      .filter((finding) => finding.code === code)
      .map((finding) => ({ path: file.path, finding })),
  )
}

function toOutcome({ path, finding }: { path: string; finding: Finding }): Outcome {
  const { severity, message, fix, line } = finding
  return { status: severity === 'error' ? 'fail' : 'pass', path, line, message, ...(fix && { fix }) }
}
