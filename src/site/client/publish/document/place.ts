/** Steps from the root of a document: keys and indexes. */
type Path = readonly (string | number)[]

/** The steps of a JSON Pointer (RFC 6901). A step of digits is an index: nothing in a `server.json` has such a key. */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')))
}

/** What stands at a place; `undefined` where there is nothing. */
export function readAt(document: unknown, pointer: string): unknown {
  let value = document
  for (const step of pathOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

/** The items of the list at a place; none where there is no list. */
export function listAt(document: unknown, pointer: string): unknown[] {
  const value = readAt(document, pointer)
  return Array.isArray(value) ? value : []
}

/** The text at a place; empty where there is none. */
export function textAt(document: unknown, pointer: string): string {
  const value = readAt(document, pointer)
  return typeof value === 'string' ? value : ''
}

/**
 * The document with another value at a place; the one that was given is left alone. `undefined` takes the value away,
 * and with it the objects and lists that are empty then, but no item of a list other than the one that is named.
 */
export function writeAt(document: object, pointer: string, value: unknown): object {
  return (written(document, pathOf(pointer), value) as object | undefined) ?? {}
}

function written(node: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') return writtenItem(node, step, rest, value)
  const { [step]: before, ...others } = isObject(node) ? node : {}
  const inner = written(before, rest, value)
  // Spread keeps the order of the keys.
  if (inner !== undefined) return { ...(isObject(node) ? node : {}), [step]: inner }
  return Object.keys(others).length > 0 ? others : undefined
}

function writtenItem(node: unknown, index: number, rest: Path, value: unknown): unknown {
  const list: unknown[] = Array.isArray(node) ? [...node] : []
  const inner = rest.length === 0 ? value : (written(list[index], rest, value) ?? {})
  if (inner === undefined) list.splice(index, 1)
  else list[index] = inner
  return list.length > 0 ? list : undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
