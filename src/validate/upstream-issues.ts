import type { UpstreamIssue } from './rule.ts'
import { isSchemaDate, schemaDateIn } from './schema/dates.ts'
import { schemaIssues } from './schema/issues.ts'
import { draftOf } from './judge.ts'
import { schemaProblems, semanticProblems } from './semantics.ts'
import { bodyError, type BodyError } from './structure/huma.ts'
import { SERVER_SHAPE } from './structure/server-shape.ts'
import { violationsOf, type Violation } from './structure/violations.ts'
import { readJson } from './text/read.ts'

/** An RFC 9457 answer as the official registry gives it. */
interface ProblemDocument {
  title: string
  status: number
  detail: string
  errors: BodyError[]
}

export type UpstreamAnswer =
  | { status: 200; body: { valid: boolean; issues: UpstreamIssue[] } }
  | { status: 422; body: ProblemDocument }
  | { status: 400; body: ProblemDocument }

/**
 * The answer of the official registry's `POST /validate` to a body, word for word as far as it is known. It asks no
 * network, knows none of our stricter rules, and answers 400 to a body that is not JSON.
 * Source: API §10, validation layers A–D.
 */
export function toUpstreamIssues(text: string | Uint8Array): UpstreamAnswer {
  const { value } = readJson(text)
  if (value === undefined) return malformed()
  const violations = violationsOf(SERVER_SHAPE, value).filter((violation) => !isOptionalNull(violation))
  if (violations.length > 0) return unprocessable(violations.slice(0, MOST).map(bodyError))
  const issues = upstreamIssues(value).slice(0, MOST)
  return { status: 200, body: { valid: issues.every(({ severity }) => severity !== 'error'), issues } }
}

// A flood of faults is one fault; the answer to it need not be a hundred times its size.
const MOST = 500

// Collecting every schema error takes a time that grows with the square of their number.
const HONEST = 64 * 1024

/** The issues of a document that has the right structure, in the official order: `$schema`, JSON Schema, meaning. */
function upstreamIssues(document: unknown): UpstreamIssue[] {
  const nulls = violationsOf(SERVER_SHAPE, document)
  const server = draftOf(document, nulls)
  const date = schemaDateIn(server.$schema ?? '')
  const ofSchema = schemaProblems(server).flatMap(({ upstream = [] }) => upstream)
  // The official registry writes the document anew before it asks the schema; what was null is then gone.
  const written = JSON.stringify(server)
  const ofShape = isSchemaDate(date)
    ? schemaIssues(date, JSON.parse(written), { all: written.length <= HONEST })
    : []
  const ofMeaning = semanticProblems(server).flatMap(({ upstream = [] }) => upstream)
  return [...ofSchema, ...ofShape, ...ofMeaning]
}

/** The official structure layer takes null for absent where a value is optional. */
function isOptionalNull({ kind, value, path }: Violation): boolean {
  if (kind !== 'type' || value !== null || path.length === 0) return false
  return !REQUIRED.has(String(path.at(-1))) && typeof path.at(-1) === 'string'
}

const REQUIRED = new Set([
  '$schema',
  'name',
  'description',
  'version',
  'registryType',
  'identifier',
  'transport',
  'type',
  'src',
])

function unprocessable(errors: BodyError[]): UpstreamAnswer {
  return {
    status: 422,
    body: { title: 'Unprocessable Entity', status: 422, detail: 'validation failed', errors },
  }
}

function malformed(): UpstreamAnswer {
  const errors = [{ message: 'the body is not JSON', location: 'body' }]
  return { status: 400, body: { title: 'Bad Request', status: 400, detail: 'validation failed', errors } }
}
