import type { Verdict } from '../verify/verdict.ts'
import { lookUp } from './answers.ts'
import type { PullRequest } from './pull.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** A maintainer who approved of exactly the commit that is held. */
export interface Approval {
  login: string
  id: number
  /** When, in milliseconds since 1970. */
  at: number
}

const DAY = 24 * 60 * 60 * 1000
const MAINTAINING = ['admin', 'write']

/**
 * Who lifted the hold of a pull request: a person with write access to the registry whose latest review approves of the
 * very commit. Labels, comments, approvals of older commits and the author's own do not count (security: C2, C3), and a
 * maintainer who asks for changes keeps the hold up.
 *
 * @throws Unreachable
 */
export async function findApproval(
  registry: RegistryRepository,
  pull: PullRequest,
): Promise<Approval | undefined> {
  const { client, at } = registry
  const options = { ...at, pull_number: pull.number, per_page: 100 }
  const request = client.paginate(client.rest.pulls.listReviews, options)
  const reviews = (await lookUp(`the reviews of pull request #${pull.number}`, request)) ?? []
  const latest = new Map<number, (typeof reviews)[number]>()
  for (const review of reviews) {
    // A remark takes nothing back.
    if (review.user?.type !== 'User' || review.state === 'COMMENTED' || review.state === 'PENDING') continue
    latest.set(review.user.id, review)
  }
  let approval: Approval | undefined
  for (const { user, state, commit_id, submitted_at } of latest.values()) {
    const approves = state === 'APPROVED' && commit_id === pull.headSha && user!.id !== pull.author?.id
    if (!approves && state !== 'CHANGES_REQUESTED') continue
    if (!(await maintains(registry, user!.login))) continue
    if (state === 'CHANGES_REQUESTED') return undefined
    approval ??= { login: user!.login, id: user!.id, at: Date.parse(submitted_at ?? '') }
  }
  return approval
}

/**
 * When an approved change of owner may be merged, in milliseconds since 1970: some days after a maintainer has seen it,
 * so that the present owner can object. What counts is the commit as it was then; a pull request can be opened long
 * before it holds anything.
 */
export function mergeableFrom({ waitDays = 0 }: Verdict, { at }: Approval): number {
  return at + waitDays * DAY
}

/** `maintain` counts as `write` here. */
async function maintains({ client, at }: RegistryRepository, username: string): Promise<boolean> {
  const request = client.rest.repos.getCollaboratorPermissionLevel({ ...at, username })
  const answer = await lookUp(`the permission of \`${username}\``, request)
  return MAINTAINING.includes(answer?.data.permission ?? 'none')
}
