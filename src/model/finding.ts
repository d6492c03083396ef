/** An `error` keeps an entry out of the registry; a `warning` is advice that a publisher may ignore. */
export type Severity = 'error' | 'warning'

/**
 * One thing a rule says about one file.
 * `code` is stable and never reused: `R` + three digits (1xx change, 2xx document, 3xx ownership, 4xx packages,
 * 5xx judgement, 6xx registry), or `W1`–`W16` for warnings about particular clients.
 */
export interface Finding {
  code: string
  severity: Severity
  /** JSON Pointer (RFC 6901) into the document; empty for the whole file. */
  pointer: string
  /** 1-based; a column counts UTF-16 code units, as editors do. */
  line: number
  column: number
  /** What we saw and what we wanted, as a sentence. User strings stand in backticks. */
  message: string
  /** What exactly to do about it. */
  fix?: string
  /** The official registry's reference id for the same rule, where it has one. */
  upstream?: string
  /** Set where we are deliberately stricter than the official registry; names the deviation (`docs/deviations.md`). */
  deviation?: string
}
