import type { Finding } from '../model/finding.ts'
import type { ServerJson } from '../model/server-json.ts'
import { isServerJson } from './accepts.ts'
import { toFindings } from './findings.ts'
import { judge, type Profile } from './judge.ts'
import { mayHideText } from './rules/safe-text.ts'
import { readJson } from './text/read.ts'
import { sizeProblem, textProblems, type PlacedProblem } from './text/problems.ts'

export interface Validation {
  /** Whether no finding is an error. */
  valid: boolean
  /** In the order of the text. */
  findings: Finding[]
  /** The parsed document, where it has the structure of a `server.json`. */
  document?: ServerJson
}

export interface ValidateOptions {
  /** `new` (the default) judges by the current rules and ours, `mirrored` by what the official registry accepts. */
  profile?: Profile
  /** What it means that `$schema` is not the current one. Published files are immutable, so for them: `warning`. */
  outdatedSchema?: 'error' | 'warning'
}

/**
 * Judges the bytes of a `server.json`, and reports everything at once: each finding with a stable code, its place,
 * what was seen and wanted, and what to do. Never throws, whatever the bytes.
 * Source: the official rules (validation, layers A–G without the network) and ours (`docs/deviations.md`).
 */
export function validateServerJson(input: Uint8Array | string, options: ValidateOptions = {}): Validation {
  const { profile = 'new', outdatedSchema = 'error' } = options
  const large = sizeProblem(input, profile)
  if (large) return { valid: false, findings: toFindings([large], '', profile) }
  const { text, value, faults } = readJson(input)
  const older = outdatedSchema === 'warning'
  const judged = value === undefined ? [] : judge(value, { profile, hidden: mayHideText(text), older })
  const problems: PlacedProblem[] = [...faults.map(textProblems), ...judged]
  if (problems.length === 0) return { valid: true, findings: [], document: value as ServerJson }
  const findings = toFindings(problems, text, profile, { R232: outdatedSchema })
  const valid = findings.every(({ severity }) => severity !== 'error')
  return isServerJson(value) ? { valid, findings, document: value } : { valid, findings }
}
