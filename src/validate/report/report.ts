import type { Finding } from '../../model/finding.ts'
import { count } from '../text/count.ts'

/** What the validator says about one file, with what a reader needs to see it. */
export interface FileReport {
  /** As the user knows it. */
  file: string
  valid: boolean
  findings: Finding[]
  /** The text of the file, for showing lines of it; only needed where there are findings. */
  text?: string
}

/** One line about all files. */
export function summarize(reports: readonly FileReport[]): string {
  const findings = reports.flatMap((report) => report.findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const advice = warnings > 0 ? `, with ${count(warnings, 'warning')}` : ''
  if (reports.length === 0) return 'There is no server.json to check.'
  if (errors === 0) {
    return `${count(reports.length, 'file')} checked: ${reports.length === 1 ? 'it is' : 'all are'} valid${advice}.`
  }
  const bad = reports.filter(({ valid }) => !valid).length
  return `${count(reports.length, 'file')} checked: ${count(errors, 'error')} in ${bad} of them${advice}.`
}
