import { applyEdits, modify, parse, type JSONPath, type ParseError } from 'jsonc-parser'
import { positionsIn } from '../../validate/text/positions.ts'
import { show } from '../../validate/text/show.ts'
import { fieldsOf } from '../../site/client/api/published.ts'
import { usageError } from '../stop.ts'

/**
 * Puts the members of a client's settings into the file that is there. Comments, order and everything else stay. An entry
 * of the same name is replaced; what is asked for (`inputs`) is added to what is asked for already.
 *
 * @param existing the text of the file; empty where there is none
 * @param wanted the text of a file with nothing but the new entry, such as `{ "mcpServers": { "weather": {…} } }`
 * @param file for the message
 * @throws Stop where the file is broken
 */
export function mergeJson(existing: string, wanted: string, file: string): string {
  const begin = existing.replace(/^\uFEFF/, '').trim() === '' ? '{}\n' : existing
  refuseBroken(begin, file)
  let text = begin
  for (const [container, members] of Object.entries(JSON.parse(wanted) as Record<string, unknown>)) {
    if (Array.isArray(members)) text = addItems(text, container, members)
    else
      for (const [name, entry] of Object.entries(fieldsOf(members)))
        text = put(text, [container, name], entry)
  }
  return text.endsWith('\n') ? text : `${text}\n`
}

/** Adds what has an `id` that no item of the list has. */
function addItems(text: string, container: string, items: readonly unknown[]): string {
  const there = fieldsOf(parse(text))[container]
  const known = Array.isArray(there) ? there : []
  const ids = new Set(known.map((item) => fieldsOf(item).id))
  const added = items.filter((item) => !ids.has(fieldsOf(item).id))
  return added.length === 0 ? text : put(text, [container], [...known, ...added])
}

function put(text: string, path: JSONPath, value: unknown): string {
  const tabSize = /^( +)\S/m.exec(text)?.[1]?.length ?? 2
  const insertSpaces = !/^\t/m.test(text)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return applyEdits(text, modify(text, path, value, { formattingOptions: { tabSize, insertSpaces, eol } }))
}

function refuseBroken(text: string, file: string): void {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const [first] = errors
  if (!first && isObject) return
  const { line } = positionsIn(text)(first?.offset ?? 0)
  throw usageError(
    `${show(file)} cannot be read as JSON (line ${line}).`,
    'Mend it first; nothing was written.',
  )
}
