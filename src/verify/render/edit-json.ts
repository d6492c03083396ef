import type { Node } from 'jsonc-parser'

/** Small changes to the text of a JSON document that leave everything else of it as it is. */

export function replaceValue(source: string, { offset, length }: Node, value: string): string {
  return splice(source, offset, offset + length, JSON.stringify(value))
}

/** @param value the value whose key is renamed */
export function renameKey(source: string, value: Node, key: string): string | undefined {
  const named = value.parent?.children?.[0]
  return value.parent?.type === 'property' && named ? replaceValue(source, named, key) : undefined
}

/** @param object an object; the property becomes its first one, indented like the one that was */
export function insertFirst(source: string, object: Node, key: string, value: string): string {
  const after = object.offset + 1
  const first = object.children?.[0]
  const space = first ? source.slice(after, first.offset) : ''
  return splice(
    source,
    after,
    after,
    `${space}${JSON.stringify(key)}: ${JSON.stringify(value)}${first ? ',' : ''}`,
  )
}

/** Takes a property away, with its line and the comma that belongs to it. */
export function removeProperty(source: string, value: Node): string | undefined {
  const property = value.parent
  const siblings = property?.parent?.children
  if (property?.type !== 'property' || !siblings) return undefined
  const index = siblings.indexOf(property)
  const end = property.offset + property.length
  const next = siblings[index + 1]
  if (next) return splice(source, property.offset, next.offset, '')
  const previous = siblings[index - 1]
  const start = previous ? previous.offset + previous.length : property.parent!.offset + 1
  return splice(source, start, end, '')
}

function splice(source: string, start: number, end: number, text: string): string {
  return source.slice(0, start) + text + source.slice(end)
}
