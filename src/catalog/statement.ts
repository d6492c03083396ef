import { MAX_STATUS_MESSAGE, type Moderation, type StatusStatement } from '../model/status.ts'
import type { Listing } from './catalog.ts'
import { parseFrontMatter, type FrontMatter } from './front-matter.ts'
import { fileProblem, type Problem } from './problem.ts'
import { checkShape } from './schema-check.ts'
import type { State } from './timeline.ts'

/** What a Markdown file of the tree says, or why it cannot be read. */
export type Reading<T> = { statement: T } | { problems: Problem[] }

/** Ample for a few keys and a message of 500 characters; a listing has a page of prose. */
const MOST_BYTES = { status: 8192, moderation: 8192, listing: 65_536 }

/** Reads a `status.md`. `path` is for the messages. */
export function readStatus(path: string, bytes: Buffer): Reading<StatusStatement> {
  return read('status', path, bytes, (matter) => ({
    statement: withMessage<StatusStatement>(matter),
    problems: [...tooLong(path, matter), ...messageOfActive(path, matter)],
  }))
}

/** Reads a `moderation.md`. `path` is for the messages. */
export function readModeration(path: string, bytes: Buffer): Reading<Moderation> {
  return read('moderation', path, bytes, (matter) => ({
    statement: withMessage<Moderation>(matter),
    problems: tooLong(path, matter),
  }))
}

/**
 * Reads the `status.md` or `moderation.md` at `path` as what it says about versions. Keys always come in one order, so
 * that two states can be compared as text.
 */
export function readState(path: string, bytes: Buffer): Reading<State> {
  if (path.endsWith('/status.md')) {
    const read = readStatus(path, bytes)
    if ('problems' in read) return read
    const { status, message, movedTo } = read.statement
    return { statement: { status, ...(message && { message }), ...(movedTo && { movedTo }) } }
  }
  const read = readModeration(path, bytes)
  if ('problems' in read) return read
  const { status, reason, message, case: publicCase } = read.statement
  const moderation: Moderation = {
    status,
    ...(reason && { reason }),
    ...(message && { message }),
    ...(publicCase && { case: publicCase }),
  }
  return { statement: { status, message: message ?? reason!, moderation } }
}

/** Reads a `listing.md`. `path` is for the messages. */
export function readListing(path: string, bytes: Buffer): Reading<Listing> {
  return read('listing', path, bytes, ({ data, body }) => ({
    statement: { ...(data as Listing), ...(body && { body }) },
    problems: [],
  }))
}

function read<T>(
  schema: 'status' | 'moderation' | 'listing',
  path: string,
  bytes: Buffer,
  understand: (matter: FrontMatter) => { statement: T; problems: Problem[] },
): Reading<T> {
  const matter = parseFrontMatter(bytes, MOST_BYTES[schema])
  if (!('data' in matter)) {
    const { line, column, message } = matter
    return { problems: [{ ...fileProblem(path, 'R110', message), line, column }] }
  }
  const shape = checkShape(schema, matter.data).map(({ pointer, key, message }) => ({
    ...fileProblem(path, 'R111', message),
    line: matter.lines[pointer.split('/')[1] ?? key ?? ''] ?? 1,
  }))
  const { statement, problems } = understand(matter)
  const all = [...shape, ...problems]
  return all.length > 0 ? { problems: all } : { statement }
}

function withMessage<T>({ data, body }: FrontMatter): T {
  return { ...data, ...(body && { message: body }) } as T
}

function tooLong(path: string, { body }: FrontMatter): Problem[] {
  const length = [...body].length
  if (length <= MAX_STATUS_MESSAGE) return []
  const saw = `The message has ${length} characters; at most ${MAX_STATUS_MESSAGE} are allowed.`
  return [fileProblem(path, 'R112', saw, `Shorten it by ${length - MAX_STATUS_MESSAGE}.`)]
}

function messageOfActive(path: string, { data, lines, body }: FrontMatter): Problem[] {
  if (data.status !== 'active' || !body) return []
  const saw = 'A status `active` carries no message; the body below the front matter must be empty.'
  return [{ ...fileProblem(path, 'R113', saw, 'Remove the body.'), line: lines.status ?? 1 }]
}
