import type { Finding } from '../../../../model/finding.ts'
import { counted } from '../../../text/numbers.ts'

/** How many findings keep a document out, and how many are advice. */
export function summaryOf(findings: readonly Pick<Finding, 'severity'>[]): {
  errors: number
  warnings: number
  words: string
} {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const advice = warnings > 0 ? `${counted(warnings, 'piece')} of advice` : ''
  if (errors === 0) {
    const words =
      'The file is right. Whether the name is yours and the package exists, the pull request shows.'
    return { errors, warnings, words: advice ? `${words} ${advice}.` : words }
  }
  const things = `${counted(errors, 'thing')} to fix`
  return { errors, warnings, words: `${advice ? `${things}, and ${advice}` : things}.` }
}
