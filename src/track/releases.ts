import { lookUp } from '../github/answers.ts'
import type { GitHubClient } from '../github/octokit.ts'

/** A release as GitHub lists it. */
export interface ListedRelease {
  tag: string
  isPrerelease: boolean
  /** Milliseconds since 1970. */
  publishedAt: number
}

/** Enough for what may have been released since the last look; only the newest is listed. */
const NEWEST = 30
const LONGEST_WAIT = 30_000

/**
 * The newest releases of a repository that are public, without drafts; `undefined` where there is no such repository, or
 * only one that has got another name since. GitHub's entity tags would be of no use: they change with the token, and every
 * run has a new one.
 *
 * @throws Unreachable
 */
export async function readReleases(
  client: GitHubClient,
  repository: string,
): Promise<ListedRelease[] | undefined> {
  const [owner = '', repo = ''] = repository.split('/')
  const request = client.rest.repos.listReleases({
    owner,
    repo,
    per_page: NEWEST,
    // Whoever has taken over the name of a repository that was renamed is somebody else (security D2).
    request: { redirect: 'manual', signal: AbortSignal.timeout(LONGEST_WAIT) },
  })
  const answer = await lookUp(`the releases of \`${repository}\``, request)
  if ((answer?.status as number | undefined) !== 200) return undefined
  return answer!.data
    .filter(({ draft }) => !draft)
    .map(({ tag_name, prerelease, published_at, created_at }) => ({
      tag: tag_name,
      isPrerelease: prerelease,
      publishedAt: Date.parse(published_at ?? created_at),
    }))
}
