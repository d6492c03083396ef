import { lookUp, unless } from '../github/answers.ts'
import type { GitHubClient } from '../github/octokit.ts'

/** A release as GitHub lists it. */
export interface ListedRelease {
  tag: string
  isPrerelease: boolean
  /** Milliseconds since 1970. */
  publishedAt: number
}

/** `unchanged`: what `etag` stood for. */
export type Releases = { releases: ListedRelease[]; etag?: string } | 'unchanged'

const NOT_MODIFIED = [304]
/** Enough for what may have been released since the last look; only the newest is listed. */
const NEWEST = 30
const LONGEST_WAIT = 30_000

/**
 * The newest releases of a repository that are public, without drafts; `undefined` where there is no such repository, or
 * only one that has got another name since.
 *
 * @param etag of an answer in which nothing was left to do
 * @throws Unreachable
 */
export async function readReleases(
  client: GitHubClient,
  repository: string,
  etag: string | undefined,
): Promise<Releases | undefined> {
  const [owner = '', repo = ''] = repository.split('/')
  const request = client.rest.repos.listReleases({
    owner,
    repo,
    per_page: NEWEST,
    headers: etag === undefined ? {} : { 'if-none-match': etag },
    // Whoever has taken over the name of a repository that was renamed is somebody else (security D2).
    request: { redirect: 'manual', signal: AbortSignal.timeout(LONGEST_WAIT) },
  })
  const what = `the releases of \`${repository}\``
  const answer = await lookUp(
    what,
    unless(NOT_MODIFIED, request).then((found) => found ?? 'unchanged'),
  )
  if (answer === undefined || answer === 'unchanged') return answer
  if ((answer.status as number) !== 200) return undefined
  const releases = answer.data
    .filter(({ draft }) => !draft)
    .map(({ tag_name, prerelease, published_at, created_at }) => ({
      tag: tag_name,
      isPrerelease: prerelease,
      publishedAt: Date.parse(published_at ?? created_at),
    }))
  return { releases, ...(answer.headers.etag && { etag: answer.headers.etag }) }
}
