import { MARKER } from '../verify/render/marker.ts'
import { lookUp, MISSING, unless } from './answers.ts'
import { isOurs, type RegistryRepository } from './registry-repository.ts'

export interface StickyComment {
  id: number
  body: string
}

/**
 * The registry's one comment on a pull request. Anybody can write its marker, so the author counts too.
 *
 * @throws Unreachable
 */
export async function findComment(
  registry: RegistryRepository,
  number: number,
): Promise<StickyComment | undefined> {
  return (await findComments(registry, number))[0]
}

/**
 * Writes the one comment, or edits it in place. What has not changed is not written.
 *
 * @param body Markdown; begins with the marker
 */
export async function writeComment(
  registry: RegistryRepository,
  number: number,
  body: string,
): Promise<void> {
  const { client, at } = registry
  const [comment, ...doubles] = await findComments(registry, number)
  if (!comment) {
    // Tried again by hand only: GitHub may have written the first one before the connection broke.
    const request = { retries: 0 }
    await client.rest.issues.createComment({ ...at, issue_number: number, body, request })
    return
  }
  if (withoutRun(comment.body) !== withoutRun(body)) await editComment(registry, comment.id, body)
  // Two runs at the same moment can each have found none.
  for (const { id } of doubles)
    await unless(MISSING, client.rest.issues.deleteComment({ ...at, comment_id: id }))
}

export async function editComment(
  { client, at }: RegistryRepository,
  id: number,
  body: string,
): Promise<void> {
  await client.rest.issues.updateComment({ ...at, comment_id: id, body })
}

async function findComments(registry: RegistryRepository, number: number): Promise<StickyComment[]> {
  const { client, at } = registry
  const options = { ...at, issue_number: number, per_page: 100 }
  const request = client.paginate(client.rest.issues.listComments, options)
  const comments = (await lookUp(`the comments of #${number}`, request)) ?? []
  return comments
    .filter(({ body, user }) => body?.startsWith(MARKER) && isOurs(registry, user?.login))
    .map(({ id, body }) => ({ id, body: body!.replaceAll('\r\n', '\n') }))
}

/** That another run has come to the same is no news. */
function withoutRun(body: string): string {
  return body.replace(/\/actions\/runs\/\d+/g, '')
}
