import { parseTimestamp } from '../../model/timestamp.ts'
import { problemDocument, type ProblemDetail } from '../problem.ts'

/** What a list request asks for, with defaults applied. */
export interface ListQuery {
  cursor: string
  limit: number
  search: string
  version: string
  /** Microseconds since 1970; only records changed after it. */
  updatedSince?: number
  includeDeleted: boolean
}

/** A request that cannot be answered: the problem document and its status. */
export interface Refusal {
  status: number
  body: string
}

/** Reads the parameters of a list request; unknown ones are ignored (official API §2). */
export function readListQuery(parameters: URLSearchParams): ListQuery | Refusal {
  const errors: ProblemDetail[] = []
  const limit = readLimit(parameters, errors)
  const includeDeleted = readBoolean(parameters, 'include_deleted', errors)
  if (errors.length > 0) return { status: 422, body: problemDocument(422, 'validation failed', errors) }
  const since = parameters.get('updated_since')
  const updatedSince = since ? parseTimestamp(since) : undefined
  if (since && updatedSince === undefined) {
    return badRequest(
      'Invalid updated_since format: expected RFC3339 timestamp (e.g., 2025-08-07T13:15:04.280Z)',
    )
  }
  if (since && includeDeleted === false) {
    return badRequest(
      'Cannot set include_deleted=false when using updated_since (incremental sync requires deleted servers)',
    )
  }
  return {
    cursor: parameters.get('cursor') ?? '',
    limit,
    search: parameters.get('search') ?? '',
    version: parameters.get('version') ?? '',
    ...(updatedSince !== undefined && { updatedSince }),
    includeDeleted: includeDeleted ?? updatedSince !== undefined,
  }
}

/** Reads the one parameter of the requests about one server (official API §3–4). */
export function readIncludeDeleted(parameters: URLSearchParams): boolean | Refusal {
  const errors: ProblemDetail[] = []
  const includeDeleted = readBoolean(parameters, 'include_deleted', errors)
  if (errors.length > 0) return { status: 422, body: problemDocument(422, 'validation failed', errors) }
  return includeDeleted ?? false
}

const DEFAULT_LIMIT = 30
const MAX_LIMIT = 100

function readLimit(parameters: URLSearchParams, errors: ProblemDetail[]): number {
  const text = parameters.get('limit')
  if (!text) return DEFAULT_LIMIT
  const limit = /^[+-]?\d{1,20}$/.test(text) ? BigInt(text.replace('+', '')) : undefined
  if (limit === undefined || BigInt.asIntN(64, limit) !== limit) {
    errors.push({ message: 'invalid integer', location: 'query.limit', value: text })
    return DEFAULT_LIMIT
  }
  const value = Number(limit)
  if (value < 1) errors.push({ message: 'expected number >= 1', location: 'query.limit', value })
  if (value > MAX_LIMIT)
    errors.push({ message: `expected number <= ${MAX_LIMIT}`, location: 'query.limit', value })
  return value
}

/** The spellings that Go's `strconv.ParseBool` takes. */
function readBoolean(
  parameters: URLSearchParams,
  name: string,
  errors: ProblemDetail[],
): boolean | undefined {
  const text = parameters.get(name)
  if (!text) return undefined
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true
  if (!/^(0|f|F|FALSE|false|False)$/.test(text)) {
    errors.push({ message: 'invalid boolean', location: `query.${name}`, value: text })
  }
  return false
}

function badRequest(detail: string): Refusal {
  return { status: 400, body: problemDocument(400, detail) }
}
