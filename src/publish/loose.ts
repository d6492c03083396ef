import { isRecord } from '../validate/structure/violations.ts'

/** The value under some keys, one within the other; `undefined` where any is absent. For files of any shape. */
export function valueAt(value: unknown, ...keys: string[]): unknown {
  let found = value
  for (const key of keys) {
    if (!isRecord(found) || !Object.hasOwn(found, key)) return undefined
    found = found[key]
  }
  return found
}

/** The text under some keys, without space at its ends; `undefined` where it is empty or something else. */
export function textAt(value: unknown, ...keys: string[]): string | undefined {
  const found = valueAt(value, ...keys)
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined
}

/** The keys of the object under some keys; none where it is something else. */
export function keysAt(value: unknown, ...keys: string[]): string[] {
  const found = keys.length > 0 ? valueAt(value, ...keys) : value
  return isRecord(found) ? Object.keys(found) : []
}

/** A copy without the fields that nothing is known about. */
export function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
