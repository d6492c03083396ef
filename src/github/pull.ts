import { RegistryError } from '../model/registry-error.ts'
import { show } from '../validate/text/show.ts'
import type { HeadRepository, Publisher } from '../verify/publisher.ts'
import { lookUp } from './answers.ts'
import { ownerBranchOf } from './owner-branch.ts'
import type { RegistryRepository } from './registry-repository.ts'

/** A pull request as GitHub describes it now. Everything that a person wrote (title, body, labels) is left out. */
export interface PullRequest {
  number: number
  open: boolean
  merged: boolean
  draft: boolean
  /** 40 hexadecimal digits. */
  headSha: string
  baseBranch: string
  /** The registry's default branch. */
  defaultBranch: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Absent where the account is gone. */
  author?: { login: string; id: number }
  /** The commit that the merge left on the base branch, where it is merged. */
  mergeCommit?: string
}

export type PullAnswer = Awaited<ReturnType<RegistryRepository['client']['rest']['pulls']['get']>>['data']
type PullItem = Awaited<ReturnType<RegistryRepository['client']['rest']['pulls']['list']>>['data'][number]

/**
 * Reads one pull request; `undefined` where there is none of that number.
 *
 * @throws Unreachable
 */
export async function readPull(
  registry: RegistryRepository,
  number: number,
): Promise<PullAnswer | undefined> {
  const request = registry.client.rest.pulls.get({ ...registry.at, pull_number: number })
  return (await lookUp(`pull request #${number}`, request))?.data
}

/**
 * All open pull requests to the default branch, oldest first, without those that the registry opened itself to record
 * an owner.
 *
 * @throws Unreachable
 */
export async function openPulls(registry: RegistryRepository): Promise<PullRequest[]> {
  const { client, at } = registry
  const options = { ...at, state: 'open', sort: 'created', direction: 'asc', per_page: 100 } as const
  const pulls =
    (await lookUp('the open pull requests', client.paginate(client.rest.pulls.list, options))) ?? []
  return pulls
    .filter((pull) => !isOwnerRecord(registry, pull))
    .map(toPullRequest)
    .filter(isForDefaultBranch)
}

export function isForDefaultBranch({ baseBranch, defaultBranch }: PullRequest): boolean {
  return baseBranch === defaultBranch
}

/** Only those who may push to the registry's repository have branches there, so the name of one can be believed. */
export function isOwnerRecord(
  { fullName }: RegistryRepository,
  { head }: Pick<PullAnswer | PullItem, 'head'>,
): boolean {
  const isHere = head.repo?.full_name.toLowerCase() === fullName.toLowerCase()
  return isHere && ownerBranchOf(head.ref) !== undefined
}

export function toPullRequest(pull: PullAnswer | PullItem): PullRequest {
  const { number, head, base, user, merge_commit_sha } = pull
  if (!/^[0-9a-f]{40}$/.test(head.sha)) {
    throw new RegistryError('R631', `The head of pull request #${number} is no commit id: ${show(head.sha)}.`)
  }
  const merged = pull.merged_at !== null
  return {
    number,
    open: pull.state === 'open',
    merged,
    draft: pull.draft ?? false,
    headSha: head.sha,
    baseBranch: base.ref,
    defaultBranch: base.repo.default_branch,
    createdAt: Date.parse(pull.created_at),
    ...(user && { author: { login: user.login, id: user.id } }),
    ...(merged && merge_commit_sha && { mergeCommit: merge_commit_sha }),
  }
}

/**
 * Who is behind a pull request. Asks once more for whether an App opened it in somebody's name, which only the
 * pull request's issue says, and for the parent of a fork where that is what ownership may rest on.
 *
 * @throws Unreachable
 */
export async function readPublisher(registry: RegistryRepository, pull: PullAnswer): Promise<Publisher> {
  const { client, at } = registry
  const { number, user } = pull
  const what = `the origin of pull request #${number}`
  const issue = await lookUp(what, client.rest.issues.get({ ...at, issue_number: number }))
  // Where it is not known, the stricter answer is right.
  const viaApp = !issue || Boolean(issue.data.performed_via_github_app)
  const head = await headRepositoryOf(registry, pull, viaApp)
  return {
    login: user.login,
    id: user.id,
    type: accountType(user.type),
    ...(viaApp && { viaApp }),
    ...(head && { headRepository: head }),
  }
}

async function headRepositoryOf(
  registry: RegistryRepository,
  { head, base, user }: PullAnswer,
  viaApp: boolean,
): Promise<HeadRepository | undefined> {
  const { repo, ref } = head
  if (!repo) return undefined
  const isRegistry = repo.id === base.repo.id
  const isAuthors = repo.owner.id === user.id && !viaApp
  return {
    fullName: repo.full_name,
    owner: { login: repo.owner.login, id: repo.owner.id, type: ownerType(repo.owner.type) },
    isRegistry,
    // The author of a pull request from a fork of their own is the proof already.
    isForkOfRegistry:
      repo.fork && !isRegistry && (isAuthors || (await parentOf(registry, repo)) === base.repo.id),
    branch: ref,
  }
}

async function parentOf(
  { client }: RegistryRepository,
  { full_name, name, owner }: { full_name: string; name: string; owner: { login: string } },
): Promise<number | undefined> {
  const request = client.rest.repos.get({ owner: owner.login, repo: name })
  return (await lookUp(`the repository \`${full_name}\``, request))?.data.parent?.id
}

function accountType(type: string): Publisher['type'] {
  return type === 'User' || type === 'Organization' ? type : 'Bot'
}

export function ownerType(type: string): 'User' | 'Organization' {
  return type === 'Organization' ? type : 'User'
}
