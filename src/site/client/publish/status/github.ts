/** What came of a question to GitHub. */
export type Answer =
  | { type: 'found'; document: unknown }
  | { type: 'missing' }
  /** No more questions before `until`, in milliseconds since 1970. */
  | { type: 'limited'; until: number }
  | { type: 'failed'; why: string }

/** Asks GitHub's API for a document below `/repos/`. */
export type Ask = (path: string) => Promise<Answer>

/** How long to wait where GitHub says that it is too much and not until when, in milliseconds. */
const PAUSE = 60_000

/**
 * Asks GitHub's public API without signing in, which it allows sixty times an hour. What was answered before is asked
 * for by its ETag, so that an answer that is still the same costs nothing but the question.
 *
 * @param api its address, without a `/` at the end
 */
export function openGitHub(
  api: string,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): Ask {
  const known = new Map<string, { etag: string; document: unknown }>()
  return async (path) => {
    const before = known.get(path)
    let response: Response
    try {
      response = await fetch(`${api}/repos/${path}`, {
        headers: {
          accept: 'application/vnd.github+json',
          ...(before && { 'if-none-match': before.etag }),
        },
        credentials: 'omit',
        cache: 'no-store',
      })
      if (response.status === 304 && before) return { type: 'found', document: before.document }
      if (response.status === 404) return { type: 'missing' }
      if (response.status === 403 || response.status === 429)
        return { type: 'limited', until: untilOf(response.headers) }
      if (!response.ok) return { type: 'failed', why: `GitHub answered with an error (${response.status}).` }
      const document: unknown = await response.json()
      const etag = response.headers.get('etag')
      if (etag) known.set(path, { etag, document })
      return { type: 'found', document }
    } catch {
      return { type: 'failed', why: 'GitHub could not be reached. You may be offline.' }
    }
  }
}

function untilOf(headers: Headers): number {
  const after = Number(headers.get('retry-after'))
  if (after > 0) return Date.now() + after * 1000
  const reset = Number(headers.get('x-ratelimit-reset'))
  return headers.get('x-ratelimit-remaining') === '0' && reset > 0 ? reset * 1000 : Date.now() + PAUSE
}
