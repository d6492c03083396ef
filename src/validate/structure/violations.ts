import { codePoints } from '../go/text.ts'
import { parseGoUrl } from '../go/url.ts'
import type { Path } from '../rule.ts'
import type { ObjectShape, Shape, StringShape } from './shape.ts'

/** One way in which a value does not have its shape. `value` is what stands there. */
export type Violation = { path: Path; value: unknown } & (
  | { kind: 'type'; expected: 'string' | 'boolean' | 'array' | 'object' }
  | { kind: 'missing'; key: string }
  | { kind: 'unknown'; known: readonly string[] }
  | { kind: 'min' | 'max'; limit: number }
  | { kind: 'pattern'; pattern: RegExp }
  | { kind: 'oneOf'; allowed: readonly string[] }
  | { kind: 'uri'; reason: string }
)

/** Everything in which a value departs from a shape, in the order in which the official registry lists it. */
export function violationsOf(shape: Shape, value: unknown): Violation[] {
  const found: Violation[] = []
  walk(shape, value, [], found)
  return found
}

function walk(shape: Shape, value: unknown, path: Path, found: Violation[]): void {
  switch (shape.type) {
    case 'string':
      if (typeof value === 'string') checkString(shape, value, path, found)
      else found.push({ kind: 'type', expected: 'string', path, value })
      return
    case 'boolean':
      if (typeof value !== 'boolean') found.push({ kind: 'type', expected: 'boolean', path, value })
      return
    case 'array':
      if (!Array.isArray(value)) found.push({ kind: 'type', expected: 'array', path, value })
      else value.forEach((item, index) => walk(shape.items, item, [...path, index], found))
      return
  }
  if (!isRecord(value)) found.push({ kind: 'type', expected: 'object', path, value })
  else if (shape.type === 'object') walkObject(shape, value, path, found)
  else if (shape.type === 'map') {
    for (const key of Object.keys(value)) walk(shape.values, value[key], [...path, key], found)
  }
}

function walkObject(
  shape: ObjectShape,
  value: Record<string, unknown>,
  path: Path,
  found: Violation[],
): void {
  const known = Object.keys(shape.fields)
  for (const key of known) {
    if (Object.hasOwn(value, key)) walk(shape.fields[key]!, value[key], [...path, key], found)
    else if (shape.required?.includes(key)) found.push({ kind: 'missing', key, path, value })
  }
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape.fields, key)) {
      found.push({ kind: 'unknown', known, path: [...path, key], value: value[key] })
    }
  }
}

function checkString(shape: StringShape, value: string, path: Path, found: Violation[]): void {
  const { min, max, pattern, oneOf } = shape
  // Most strings have no limits: their length in code points need not be counted.
  const length = min === undefined && max === undefined ? 0 : codePoints(value)
  if (min !== undefined && length < min) found.push({ kind: 'min', limit: min, path, value })
  if (max !== undefined && length > max) found.push({ kind: 'max', limit: max, path, value })
  if (pattern && !pattern.test(value)) found.push({ kind: 'pattern', pattern, path, value })
  if (shape.uri) {
    const { error } = parseGoUrl(value)
    if (error) found.push({ kind: 'uri', reason: error, path, value })
  }
  if (oneOf && !oneOf.includes(value)) found.push({ kind: 'oneOf', allowed: oneOf, path, value })
}

/** Whether a JSON value is an object, not an array or `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
