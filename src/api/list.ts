import { compareBytes } from '../model/byte-order.ts'
import { toJson } from './json.ts'

const encoder = new TextEncoder()
const HEAD = encoder.encode('{"servers":[')
const COMMA = 44

export interface ListOptions {
  nextCursor?: string
  /** Facts about the list itself, under the registry's own key. */
  meta?: Record<string, unknown>
}

/**
 * The list document (official API: `ListResponse`) of records that are there already as bytes.
 *
 * @param lines response documents, each with a line break at its end
 */
export function listDocument(
  lines: readonly Uint8Array[],
  { nextCursor, meta }: ListOptions = {},
): Uint8Array {
  const metadata = { ...(nextCursor !== undefined && { nextCursor }), count: lines.length }
  const tail = encoder.encode(`],"metadata":${toJson(metadata)}${meta ? `,"_meta":${toJson(meta)}` : ''}}\n`)
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  // Each line gives up its line break for a comma, but for the last one, which needs none.
  const document = new Uint8Array(HEAD.length + Math.max(length - 1, 0) + tail.length)
  document.set(HEAD)
  let at = HEAD.length
  for (const line of lines) {
    if (at > HEAD.length) document[at - 1] = COMMA
    document.set(line, at)
    at += line.length
  }
  document.set(tail, HEAD.length + Math.max(length - 1, 0))
  return document
}

/** The order of a server's versions: newest publication first. */
export function byPublication(
  a: { publishedAt: number; version: string },
  b: { publishedAt: number; version: string },
): number {
  return b.publishedAt - a.publishedAt || compareBytes(b.version, a.version)
}
