import type { Verdict } from '../verdict.ts'

/** A verdict for programs: one JSON document by `schema/verdict.schema.json`. */
export function toJson(verdict: Verdict): string {
  return `${JSON.stringify(verdict, undefined, 2)}\n`
}
