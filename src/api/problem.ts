import { toJson } from './json.ts'

/** One fault in a request, as the official API tells it. */
export interface ProblemDetail {
  message: string
  location?: string
  value?: unknown
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  500: 'Internal Server Error',
}

/** A problem document (RFC 9457) with the official API's order of keys. */
export function problemDocument(
  status: number,
  detail: string,
  errors: readonly ProblemDetail[] = [],
): string {
  return `${toJson({ title: TITLES[status], status, detail, ...(errors.length > 0 && { errors }) })}\n`
}
