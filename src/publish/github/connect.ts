import { Octokit } from '@octokit/core'
import { retry } from '@octokit/plugin-retry'

const Client = Octokit.plugin(retry)

/** GitHub answers within seconds or not at all. */
const LONGEST_MILLISECONDS = 30_000
const RETRIES = 2
/** Answers that no second try changes. 304 is no error, and 429 says how long to wait: longer than anybody does. */
const FINAL = [304, 400, 401, 403, 404, 409, 410, 422, 429, 451]

/**
 * A client for GitHub's REST API for somebody at a terminal: it tries again after 5xx and lost connections, gives up on
 * an answer after half a minute, and prints nothing.
 *
 * @param token without one only what is public can be read
 * @param baseUrl another API than github.com's: `https://github.example/api/v3`
 */
export function connect(token: string | undefined, baseUrl?: string): Octokit {
  return new Client({
    ...(baseUrl && { baseUrl: baseUrl.replace(/\/+$/, '') }),
    ...(token && { auth: token }),
    userAgent: 'mcp-git',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    retry: { retries: RETRIES, doNotRetry: FINAL },
    request: { fetch: fetchInTime },
  })
}

const fetchInTime: typeof fetch = (input, init) => {
  const limit = AbortSignal.timeout(LONGEST_MILLISECONDS)
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit
  return fetch(input, { ...init, signal })
}
