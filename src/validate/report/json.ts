import type { Finding } from '../../model/finding.ts'
import type { FileReport } from './report.ts'

/** One JSON document about all files, in the form that programs read (`validate --format json`). */
export function toJson(reports: readonly FileReport[]): string {
  const valid = reports.every((report) => report.valid)
  const files = reports.map((report) => ({
    file: report.file,
    valid: report.valid,
    findings: report.findings.map(toEntry),
  }))
  return `${JSON.stringify({ valid, files }, undefined, 2)}\n`
}

function toEntry({ code, severity, pointer, line, column, message, fix }: Finding) {
  return { code, severity, pointer, line, column, message, ...(fix === undefined ? {} : { fix }) }
}
