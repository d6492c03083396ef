import type { Shape } from './shape.ts'
import { isRecord } from './violations.ts'

type Test = (value: unknown) => boolean

/**
 * Compiles a shape to one quick yes-or-no test of types, required fields and lists of values. Lengths, patterns and
 * unknown keys are left alone, `null` fits nothing.
 */
export function compileShape(shape: Shape): Test {
  switch (shape.type) {
    case 'boolean':
      return (value) => typeof value === 'boolean'
    case 'free':
      return isRecord
    case 'string': {
      const allowed = shape.oneOf ?? shape.clients
      if (allowed) return (value) => allowed.includes(value as string)
      return (value) => typeof value === 'string'
    }
    case 'array': {
      const fits = compileShape(shape.items)
      return (value) => Array.isArray(value) && value.every(fits)
    }
    case 'map': {
      const fits = compileShape(shape.values)
      return (value) => isRecord(value) && Object.values(value).every(fits)
    }
    case 'object':
      return compileObject(shape.fields, shape.required ?? [])
  }
}

function compileObject(fields: Readonly<Record<string, Shape>>, required: readonly string[]): Test {
  const tests = new Map(Object.entries(fields).map(([key, shape]) => [key, compileShape(shape)]))
  return (value) => {
    if (!isRecord(value)) return false
    for (const key of required) if (!Object.hasOwn(value, key)) return false
    for (const key in value) {
      const fits = tests.get(key)
      if (fits && !fits(value[key])) return false
    }
    return true
  }
}
