import { MARKER } from '../../verify/render/marker.ts'
import type { Ask } from './ask.ts'
import { askAgain, type Etags } from './conditional.ts'
import type { RepositoryName } from './repository-name.ts'

/** The last edit of the registry's comment begins a line with this, once what was merged has been deployed. */
const LIVE = /^\*\*Live\*\* at /m

/** Whether the registry has said in its comment that what a pull request brought is live. */
export async function isAnnounced(
  ask: Ask,
  registry: RepositoryName,
  number: number,
  etags: Etags,
): Promise<boolean> {
  const comments = await askAgain(etags, `comments ${number}`, (headers) =>
    ask('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...registry,
      issue_number: number,
      per_page: 100,
      headers,
    }),
  )
  // Anybody can write the marker; only Apps have a login that ends so.
  return comments.some(
    ({ body, user }) => body?.startsWith(MARKER) && user?.login.endsWith('[bot]') && LIVE.test(body),
  )
}
