import type { Path } from '../rule.ts'
import { suggestKey } from './suggest.ts'
import type { Violation } from './violations.ts'

export type Unknown = Violation & { kind: 'unknown' }
export type Missing = Violation & { kind: 'missing' }

/**
 * Pairs required keys that are missing with unknown ones beside them that look like a misspelling: `registry_type` for
 * `registryType`. Such a pair is one fault. The result leads from either of the two to the other.
 */
export function pairRenamed(violations: readonly Violation[]): Map<Violation, Violation> {
  const pairs = new Map<Violation, Violation>()
  const missing = new Map<string, Missing[]>()
  for (const violation of violations) {
    if (violation.kind !== 'missing') continue
    const key = keyOf(violation.path)
    missing.set(key, [...(missing.get(key) ?? []), violation])
  }
  if (missing.size === 0) return pairs
  for (const violation of violations) {
    if (violation.kind !== 'unknown') continue
    const beside = missing.get(keyOf(violation.path.slice(0, -1)))
    const other = beside?.find((candidate) => !pairs.has(candidate) && standsFor(violation, candidate))
    if (!other) continue
    pairs.set(violation, other)
    pairs.set(other, violation)
  }
  return pairs
}

function standsFor(unknown: Unknown, { key }: Missing): boolean {
  return suggestKey(String(unknown.path.at(-1)), unknown.known) === key
}

/** A path as one string: every step ends in a separator, and no step contains one. */
export function keyOf(path: Path): string {
  return path.map((step) => `${String(step).replaceAll('\0', '')}\0`).join('')
}
