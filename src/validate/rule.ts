import type { Severity } from '../model/finding.ts'

/** Where in the document: keys and indexes from the root. */
export type Path = readonly (string | number)[]

/** What a rule is to people. The documentation page of rules is generated from these fields. */
export interface Rule {
  /** Stable, never reused. */
  readonly code: string
  readonly title: string
  /** Why the rule exists, for the documentation. */
  readonly why: string
  /** What to do, unless the problem says it more exactly. */
  readonly fix: string
  /** A small fragment that breaks the rule. */
  readonly example: string
  /** The official registry's reference id for the same rule. */
  readonly upstream?: string
  /** Set where we are stricter than the official registry: the id of the section in `docs/deviations.md`. */
  readonly deviation?: string
  /** `error` unless said otherwise. */
  readonly severity?: Severity
  /** What the rule means for a mirrored record; the same as for a new one unless said otherwise. */
  readonly mirrored?: Severity | 'off'
}

/** What the official registry says about a fault, word for word. */
export interface UpstreamIssue {
  /** In its own notation: `packages[0].transport.url`. */
  path: string
  message: string
  reference: string
  type: 'schema' | 'semantic' | 'ownership'
  severity: Severity
}

/** One fault in one place, before it gets a line number. */
export interface Problem {
  rule: Rule
  path: Path
  /** Whether to point at the key or at the value; the value unless said otherwise. */
  at?: 'key'
  /** The name of the property that is missing or empty; the path is that of the object, or of the empty value. */
  missing?: string
  message: string
  fix?: string
  upstream?: UpstreamIssue[]
}

export type Report = (problem: Problem) => void

/** A rule that can be asked about one part of a document. */
export interface CheckedRule<Subject> extends Rule {
  check(subject: Subject, at: Path, report: Report): void
}

/** Asks every rule about one part of a document, in order. */
export function runRules<Subject>(
  rules: readonly CheckedRule<Subject>[],
  subject: Subject,
  at: Path,
  report: Report,
): void {
  for (const rule of rules) rule.check(subject, at, report)
}

/** Asks rules about every item of a list that is there. */
export function runEach<Subject>(
  rules: readonly CheckedRule<Subject>[],
  subjects: readonly (Subject | undefined)[] | undefined,
  at: Path,
  report: Report,
): void {
  subjects?.forEach((subject, index) => subject && runRules(rules, subject, [...at, index], report))
}

/** `packages[0].transport.url`: a path as the official registry writes it. */
export function upstreamPath(path: Path): string {
  let text = ''
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`
  return text
}

/** The one semantic issue that the official registry reports for a fault. */
export function semantic(path: Path, message: string, reference: string): UpstreamIssue[] {
  return [{ path: upstreamPath(path), message, reference, type: 'semantic', severity: 'error' }]
}

/** What the official registry answers at publication when the check of a package fails (F00). */
export function ownership(
  item: { identifier?: string | undefined },
  at: Path,
  cause: string,
): UpstreamIssue[] {
  const message = `registry validation failed for package ${at.at(-1)} (${item.identifier ?? ''}): ${cause}`
  return [{ path: upstreamPath(at), message, reference: '', type: 'ownership', severity: 'error' }]
}
