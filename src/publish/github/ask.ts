import type { Octokit } from '@octokit/core'

/** A question to GitHub's API, by route: `GET /user`. */
export type Ask = Octokit['request']

/** The client's `request`, which is given up where `signal` says so. */
export function askWith(octokit: Octokit, signal: AbortSignal | undefined): Ask {
  return signal ? (octokit.request.defaults({ request: { signal } }) as Ask) : octokit.request
}
