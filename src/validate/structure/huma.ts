import type { Violation } from './violations.ts'
import { upstreamPath } from '../rule.ts'

/** One entry of the `errors` of an official 422 answer. */
export interface BodyError {
  message: string
  location: string
  value?: unknown
}

/** A violation in the words of the official registry's structure layer (official rules A01–A22). */
export function bodyError(violation: Violation): BodyError {
  const path = upstreamPath(violation.path)
  const location = path === '' ? 'body' : `body.${path}`
  return { message: messageOf(violation), location, value: violation.value }
}

function messageOf(violation: Violation): string {
  switch (violation.kind) {
    case 'type':
      return `expected ${violation.expected}`
    case 'missing':
      return `expected required property ${violation.key} to be present`
    case 'unknown':
      return 'unexpected property'
    case 'min':
      return `expected length >= ${violation.limit}`
    case 'max':
      return `expected length <= ${violation.limit}`
    case 'pattern':
      return `expected string to match pattern ${violation.pattern.source.replaceAll('\\/', '/')}`
    case 'oneOf':
      return `expected value to be one of "${violation.allowed.join(', ')}"`
    case 'uri':
      return `expected string to be RFC 3986 uri: ${violation.reason}`
  }
}
