import type { Decision, FindingStatus } from '../verify/verdict.ts'

/** What a check run says about a pull request, for people who wait for it. */
export interface ReadVerdict {
  decision: Decision
  findings: ReadFinding[]
  publishes: { name: string; version: string }[]
}

export interface ReadFinding {
  /** `R` + three digits, or `W` + a number. */
  code: string
  status: FindingStatus
  message: string
  fix?: string
  path?: string
  line?: number
  /** The page of the rule: a whole address, or a path of the registry's site. */
  docs?: string
}

const DECISIONS: readonly unknown[] = ['merge', 'hold', 'fail', 'error'] satisfies Decision[]
const STATUSES: readonly unknown[] = ['pass', 'fail', 'hold', 'error', 'skipped'] satisfies FindingStatus[]

/**
 * Reads the text of the registry's check run (`toRecord` of src/github writes it). The gate holds it against a schema
 * before it believes it; whoever only shows it can do without that, and the browser without the validator.
 */
export function readVerdictText(text: string | null | undefined): ReadVerdict | undefined {
  const json = /^```json\r?\n(\{.*\})\r?\n```$/m.exec(text ?? '')?.[1]
  const verdict = json === undefined ? undefined : parse(json)
  if (!verdict || !DECISIONS.includes(verdict.decision)) return undefined
  return {
    decision: verdict.decision as Decision,
    findings: list(verdict.findings).flatMap(toFinding),
    publishes: list(verdict.publishes).flatMap(({ name, version }) =>
      typeof name === 'string' && typeof version === 'string' ? [{ name, version }] : [],
    ),
  }
}

function toFinding({ code, status, message, fix, path, line, docs }: Record<string, unknown>): ReadFinding[] {
  if (typeof code !== 'string' || typeof message !== 'string' || !STATUSES.includes(status)) return []
  return [
    {
      code,
      status: status as FindingStatus,
      message,
      ...(typeof fix === 'string' && { fix }),
      ...(typeof path === 'string' && { path }),
      ...(typeof line === 'number' && { line }),
      ...(typeof docs === 'string' && { docs }),
    },
  ]
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : []
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(json) as Record<string, unknown>
  } catch {
    return undefined
  }
}
