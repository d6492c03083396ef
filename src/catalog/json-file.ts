import { isUtf8 } from 'node:buffer'
import { toFindings } from '../validate/findings.ts'
import { locatorFor } from '../validate/text/locate.ts'
import { positionsIn } from '../validate/text/positions.ts'
import { textProblems } from '../validate/text/problems.ts'
import { readJson } from '../validate/text/read.ts'
import { mayHaveDuplicateKeys } from './duplicate-keys.ts'
import { fileProblem, problemOf, type Problem } from './problem.ts'
import { checkShape } from './schema-check.ts'
import type { TreeFile } from './tree.ts'

/** Parses a JSON file quickly; `undefined` where it may hold something that a parsed value would hide. */
export function parseSound(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return undefined
  const text = bytes.toString('utf8')
  try {
    const value: unknown = JSON.parse(text)
    return mayHaveDuplicateKeys(text, value) ? undefined : value
  } catch {
    return undefined
  }
}

/** Parses a JSON file with care and tells what is wrong with its text. */
export function parseClosely({ path, bytes }: TreeFile): { value?: unknown; problems: Problem[] } {
  const { text, value, faults } = readJson(bytes)
  const findings = toFindings(faults.map(textProblems), text, 'mirrored')
  return { value, problems: findings.map((finding) => problemOf(path, finding)) }
}

/** Reads one of the registry's own JSON files. */
export function readJsonFile(
  file: TreeFile,
  schema: 'owner' | 'upstream',
): { data: unknown } | { problems: Problem[] } {
  const sound = parseSound(file.bytes)
  const { value, problems } = sound === undefined ? parseClosely(file) : { value: sound, problems: [] }
  if (problems.length > 0) return { problems }
  const faults = checkShape(schema, value)
  if (faults.length === 0) return { data: value }
  const at = placesIn(file.bytes.toString('utf8'))
  return {
    problems: faults.map(({ path, message }) => ({
      ...fileProblem(file.path, 'R114', message),
      ...at(path),
    })),
  }
}

/** Makes a function from paths in a JSON text to the lines and columns of their values. */
export function placesIn(
  text: string,
): (path: readonly (string | number)[]) => { line: number; column: number } {
  const locate = locatorFor(text)
  const positionOf = positionsIn(text)
  return (path) => positionOf(locate(path))
}
