import { MAX_STATUS_MESSAGE, type Moderation, type StatusStatement } from '../model/status.ts'
import { parseFrontMatter, type FrontMatter } from './front-matter.ts'
import { fileProblem, type Problem } from './problem.ts'
import { checkShape } from './schema-check.ts'

/** What a status.md or a moderation.md says, or why it cannot be read. */
export type Reading<T> = { statement: T } | { problems: Problem[] }

/** Reads a `status.md`. `path` is for the messages. */
export function readStatus(path: string, bytes: Buffer): Reading<StatusStatement> {
  return read<StatusStatement>('status', path, bytes, ({ data, lines }, message) => {
    if (data.status !== 'active' || !message) return []
    const saw = 'A status `active` carries no message; the body below the front matter must be empty.'
    return [{ ...fileProblem(path, 'R113', saw, 'Remove the body.'), line: lines.status ?? 1 }]
  })
}

/** Reads a `moderation.md`. `path` is for the messages. */
export function readModeration(path: string, bytes: Buffer): Reading<Moderation> {
  return read<Moderation>('moderation', path, bytes, () => [])
}

function read<T>(
  schema: 'status' | 'moderation',
  path: string,
  bytes: Buffer,
  check: (matter: FrontMatter, message: string) => Problem[],
): Reading<T> {
  const matter = parseFrontMatter(bytes)
  if (!('data' in matter))
    return { problems: [{ ...fileProblem(path, 'R110', matter.message), ...position(matter) }] }
  const problems = checkShape(schema, matter.data).map(({ pointer, key, message }) => ({
    ...fileProblem(path, 'R111', message),
    line: matter.lines[key ?? pointer.split('/')[1] ?? ''] ?? 1,
  }))
  const length = [...matter.body].length
  if (length > MAX_STATUS_MESSAGE) {
    const saw = `The message has ${length} characters; at most ${MAX_STATUS_MESSAGE} are allowed.`
    problems.push(fileProblem(path, 'R112', saw, `Shorten it by ${length - MAX_STATUS_MESSAGE}.`))
  }
  problems.push(...check(matter, matter.body))
  if (problems.length > 0) return { problems }
  return { statement: { ...matter.data, ...(matter.body && { message: matter.body }) } as T }
}

function position({ line, column }: { line: number; column: number }): { line: number; column: number } {
  return { line, column }
}
