import { show } from '../../validate/text/show.ts'
import { LookupError } from './lookup-error.ts'

export type Fetch = typeof globalThis.fetch

export interface Reply {
  status: number
  headers: Headers
  text: string
}

/** Milliseconds for a question, its answer included. */
const PATIENCE = 15_000

/**
 * Asks a web service and reads its answer, at most `maxBytes` of it.
 *
 * @param isEnough tells from what has come so far that the rest is not needed, for streams that stay open
 * @throws LookupError where there is no answer, or where it is too large
 */
export async function ask(
  fetch: Fetch,
  url: string,
  init: RequestInit = {},
  limits: { maxBytes?: number; isEnough?: (text: string, headers: Headers) => boolean } = {},
): Promise<Reply> {
  const { host } = new URL(url)
  try {
    const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE), ...init })
    const { status, headers } = response
    return { status, headers, text: await readText(response, host, limits) }
  } catch (cause) {
    if (cause instanceof LookupError) throw cause
    const why =
      (cause as Error).name === 'TimeoutError'
        ? `did not answer within ${PATIENCE / 1000} seconds`
        : 'cannot be reached'
    throw new LookupError(`${show(host)} ${why}.`, 'Check the address and your connection, and try again.', {
      isTemporary: true,
      cause,
    })
  }
}

async function readText(
  response: Response,
  host: string,
  {
    maxBytes = 4 * 2 ** 20,
    isEnough,
  }: { maxBytes?: number; isEnough?: (text: string, headers: Headers) => boolean },
): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > maxBytes) {
      await reader.cancel()
      throw new LookupError(
        `${show(host)} answered with more than ${maxBytes / 2 ** 20} MiB.`,
        'Give the facts by hand.',
      )
    }
    text += decoder.decode(value, { stream: true })
    if (isEnough?.(text, response.headers)) {
      await reader.cancel()
      return text
    }
  }
}

/** The JSON object of an answer; `undefined` where it is anything else. */
export function objectIn({ text }: Reply): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

/** For answers that say nothing about the question: the service is down, busy, or something stands before it. */
export function noAnswer(service: string, status: number): LookupError {
  const saw =
    status === 200
      ? `${service} answered with something else than was asked for.`
      : `${service} answered ${status}.`
  return new LookupError(saw, 'This is not your fault. Try again in a minute.', { isTemporary: true })
}
