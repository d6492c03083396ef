import type { Change } from './change/change.ts'
import type { Context } from './context.ts'
import type { Evidence, FindingStatus } from './verdict.ts'

/**
 * A rule of the gate. Rules are values in a list (`rules/index.ts`), one file each; their documentation pages are made
 * from these fields.
 */
export interface GateRule {
  /** Stable, never reused: 1xx change, 2xx document, 3xx ownership, 4xx packages, 5xx judgement, 6xx registry. */
  readonly code: string
  /** What is wrong where the rule does not pass, as a sentence without its end: `A published file is changed`. */
  readonly title: string
  /** What is known where it passes, as a sentence: `No published file is changed.` */
  readonly passed: string
  /** Why the rule exists, for its page. */
  readonly why: string
  /** What to do, unless the outcome says it more exactly. */
  readonly fix: string
  /** A small change or fragment that does not pass, for its page. */
  readonly example: string
  /**
   * Set where the rule asks third parties (package registries, domains). Such a rule is skipped with `--offline`, and is
   * not asked again when the change is merged, where what it said before counts.
   */
  readonly network?: true
  /** Set where the rule looks at the whole, which says something once nothing else is wrong. */
  readonly last?: true
  /**
   * Looks at a change. Nothing, or passes only, means that the rule passes. What it throws becomes `error`: a rule that
   * could not look never passes.
   */
  check(change: Change, context: Context): Outcome[] | Promise<Outcome[]>
}

/** What a rule is to people. */
export type RuleTexts = Omit<GateRule, 'check' | 'network' | 'last'>

/** What a rule says, before the engine gives it code and documentation. */
export interface Outcome {
  status: FindingStatus
  message: string
  path?: string
  line?: number
  fix?: string
  evidence?: Evidence[]
}
