import { isHigh, isLow } from '../go/text.ts'

/** Something in valid JSON text that its parsed value no longer shows. `offset` is where it begins. */
export interface TextFault {
  kind: 'duplicate' | 'prototype' | 'surrogate'
  offset: number
  length: number
  /** The key, or the escape as written. */
  text: string
}

/** More faults than these nobody reads. */
const MOST = 100
const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Whether text that may not even be JSON opens more than `limit` brackets at once. Returns the offset, or -1. */
export function findTooDeep(text: string, limit: number): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === QUOTE) i = endOfString(text, i)
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > limit) return i
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return -1
}

/** The offset of the closing quote of the string that starts at `start`; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const end = text.indexOf('"', i)
    if (end < 0) return text.length
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end
    i = end
  }
}

/** Reads text that is known to be JSON for duplicate keys, keys named `__proto__` and unpaired surrogates. */
export function scanJson(text: string): TextFault[] {
  const faults: TextFault[] = []
  const open: (Set<string> | undefined)[] = []
  let expectsKey = false
  for (let i = 0; i < text.length && faults.length < MOST; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x7b) open.push(new Set())
    else if (unit === 0x5b) open.push(undefined)
    else if (unit === 0x7d || unit === 0x5d) open.pop()
    if (unit === 0x7b || unit === 0x2c) expectsKey = open[open.length - 1] !== undefined
    if (unit !== QUOTE) continue
    const end = endOfString(text, i)
    const literal = text.slice(i, end + 1)
    if (literal.includes('\\u')) findSurrogates(literal, i, faults)
    if (expectsKey) noteKey(literal, i, open[open.length - 1]!, faults)
    expectsKey = false
    i = end
  }
  return faults
}

function noteKey(literal: string, offset: number, seen: Set<string>, faults: TextFault[]): void {
  const key = literal.includes('\\') ? (JSON.parse(literal) as string) : literal.slice(1, -1)
  const place = { offset, length: literal.length, text: key }
  if (seen.has(key)) faults.push({ kind: 'duplicate', ...place })
  else if (key === '__proto__') faults.push({ kind: 'prototype', ...place })
  seen.add(key)
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|.)/g

/** Only an escape can bring an unpaired surrogate: text decoded from UTF-8 has none. */
function findSurrogates(literal: string, offset: number, faults: TextFault[]): void {
  const units = [...literal.matchAll(ESCAPE)].filter((escape) => escape[1] !== undefined)
  for (let i = 0; i < units.length; i++) {
    const escape = units[i]!
    const unit = parseInt(escape[1]!, 16)
    if (!isHigh(unit) && !isLow(unit)) continue
    const next = units[i + 1]
    if (isHigh(unit) && next?.index === escape.index + 6 && isLow(parseInt(next[1]!, 16))) i++
    else faults.push({ kind: 'surrogate', offset: offset + escape.index, length: 6, text: escape[0] })
  }
}
