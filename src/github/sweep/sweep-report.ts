import { RegistryError } from '../../model/registry-error.ts'

/** Something that was in order when it was published, and is not any more. */
export interface SweepFinding {
  code: string
  /** A namespace, or a server name and a version. */
  subject: string
  message: string
}

/** What one night's look came to. */
export interface SweepReport {
  version: 1
  /** How many were looked at. */
  namespaces: number
  versions: number
  findings: SweepFinding[]
}

/**
 * Reads the file that the job which looks leaves for the job which writes.
 *
 * @throws RegistryError R633
 */
export function readSweepReport(text: string): SweepReport {
  const report = JSON.parse(text) as Partial<SweepReport> | null
  const isFinding = (item: Partial<SweepFinding> | null): boolean =>
    [item?.code, item?.subject, item?.message].every((value) => typeof value === 'string')
  if (report?.version === 1 && Array.isArray(report.findings) && report.findings.every(isFinding)) {
    return report as SweepReport
  }
  throw new RegistryError('R633', 'The report of the sweep cannot be used.', {
    fix: 'Run the workflow `sweep` again.',
  })
}
