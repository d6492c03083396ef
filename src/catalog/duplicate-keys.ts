/**
 * Whether a JSON text may hold an object with the same key twice, told without a tokenizer: every key stands before a
 * colon, so a text with duplicates has more colons after quotes than its value has keys. A string that begins with a
 * colon or holds `":` makes this say yes as well; the validator then looks closely.
 *
 * @param text valid JSON
 * @param value the parsed text
 */
export function mayHaveDuplicateKeys(text: string, value: unknown): boolean {
  return hasEscapedKey(text) || countKeyMarks(text) !== countKeys(value, 0)
}

/**
 * V8's parser at times gives an object the same key twice where one is written with an escape (seen in Node 24.21 with
 * `{"\"":0,"a":1,"\"":2}`), and then the counts agree. The last escape of a key is followed by its end and a colon.
 */
function hasEscapedKey(text: string): boolean {
  return text.includes('\\') && /\\.[^"\\]*"\s*:/.test(text)
}

const KEY_MARK = /"\s*:/g

function countKeyMarks(text: string): number {
  KEY_MARK.lastIndex = 0
  let count = 0
  while (KEY_MARK.test(text)) count++
  return count
}

const MAX_DEPTH = 32

/** Keys at all depths; NaN, which equals nothing, where the value is deeper than a validator would take. */
function countKeys(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0
  if (depth > MAX_DEPTH) return NaN
  let count = 0
  if (Array.isArray(value)) {
    for (const item of value) count += countKeys(item, depth + 1)
    return count
  }
  const object = value as Record<string, unknown>
  for (const key of Object.keys(object)) count += 1 + countKeys(object[key], depth + 1)
  return count
}
