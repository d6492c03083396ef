import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { RegistryError } from '../model/registry-error.ts'

/** The longest text that a JavaScript string holds is about this long. */
const MAX_BYTES = 500 * 1024 * 1024

/**
 * Reads the records of a file: NDJSON, a JSON array, a list as the API gives it, or one record. Compression is told by
 * the first bytes, not by the name.
 *
 * @throws RegistryError R610 for a file that cannot be read as a whole; half a dump is worse than none
 */
export function readSourceFile(path: string): unknown[] {
  const text = readText(path)
  const first = text.trimStart().slice(0, 1)
  if (first === '') throw unusable(path, 'it is empty')
  const firstLine = text.trimStart().split('\n', 1)[0]!
  if (first === '{' && isJson(firstLine)) return parseLines(path, text)
  return recordsIn(parse(path, text))
}

function readText(path: string): string {
  try {
    const bytes = readFileSync(path)
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes
    if (plain.length > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 2 ** 20} MiB`)
    return plain.toString('utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw unusable(path, (error as Error).message, error)
  }
}

function parseLines(path: string, text: string): unknown[] {
  return text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : recordsIn(parse(path, line, index + 1))))
}

function recordsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const { servers } = (value ?? {}) as { servers?: unknown }
  return Array.isArray(servers) ? servers : [value]
}

function parse(path: string, text: string, line?: number): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const where = line === undefined ? '' : `line ${line}: `
    throw unusable(path, `${where}${(error as Error).message}`, error)
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function unusable(path: string, why: string, cause?: unknown): RegistryError {
  return new RegistryError('R610', `${path} cannot be read: ${why}.`, {
    fix: 'The file must be NDJSON or JSON, with one record { "server": …, "_meta": … } per version; it may be compressed with gzip. An address must start with https:// or http://.',
    cause,
  })
}
