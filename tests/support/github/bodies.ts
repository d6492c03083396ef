import {
  forkOf,
  headOf,
  type CheckRun,
  type Comment,
  type Issue,
  type Pull,
  type Review,
  type World,
} from './world.ts'

/** What GitHub says about things, as far as it matters here. The rest is made up from its own description. */

const ACTIONS = 'github-actions'

function userBody(world: World, login: string): object {
  const account = accountOf(world, login)
  return { login: account.login, id: account.id, type: account.type }
}

/** Whoever writes with a token of an App appears as its bot. */
function accountOf(world: World, login: string): { login: string; id: number; type: string } {
  const account = world.accounts.get(login.toLowerCase())
  if (account) return account
  if (login.endsWith('[bot]')) return { login, id: 41_898_282, type: 'Bot' }
  throw new Error(`the test has no account ${login}`)
}

/** A repository of that name: the registry, or somebody's fork of it. */
export function repositoryBody(world: World, owner: string): object {
  const isRegistry = owner === world.owner
  const name = isRegistry ? world.repo : (forkOf(world, owner)?.name ?? world.repo)
  const { id } = world.accounts.get(owner.toLowerCase())!
  return {
    id: isRegistry ? 1 : 1_000_000 + id,
    name,
    full_name: `${owner}/${name}`,
    owner: userBody(world, owner),
    private: false,
    fork: !isRegistry,
    archived: forkOf(world, owner)?.archived ?? false,
    default_branch: 'main',
    visibility: 'public',
    ...(isRegistry && world.settings),
  }
}

export function pullBody(world: World, pull: Pull): object {
  const registry = repositoryBody(world, world.owner)
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    body: pull.body,
    draft: pull.draft,
    locked: false,
    user: userBody(world, pull.author),
    created_at: pull.createdAt,
    merged: pull.mergedAt !== undefined,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommit ?? null,
    head: {
      label: `${pull.headOwner}:${pull.headBranch}`,
      ref: pull.headBranch,
      sha: headOf(world, pull),
      repo: repositoryBody(world, pull.headOwner),
      user: userBody(world, pull.headOwner),
    },
    base: {
      label: `${world.owner}:${pull.baseBranch}`,
      ref: pull.baseBranch,
      sha: world.repository.find(`refs/heads/${pull.baseBranch}`),
      repo: registry,
      user: userBody(world, world.owner),
    },
  }
}

export function issueBody(world: World, { number, title, body, state, author }: Issue | Pull): object {
  const pull = world.pulls.get(number)
  return {
    number,
    title,
    body,
    state,
    user: userBody(world, author),
    ...(pull && { pull_request: { url: null, html_url: null, diff_url: null, patch_url: null } }),
    performed_via_github_app: pull?.viaApp ? appBody('somebody-elses-app') : null,
  }
}

export function commentBody(world: World, { id, author, body }: Comment): object {
  return { id, body, user: userBody(world, author), author_association: 'NONE' }
}

export function reviewBody(
  world: World,
  { id, author, state, commit, submittedAt, body = '' }: Review,
): object {
  const user = userBody(world, author)
  return { id, state, commit_id: commit, submitted_at: submittedAt, body, user, author_association: 'NONE' }
}

export function checkBody(run: CheckRun): object {
  return {
    id: run.id,
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.completedAt,
    completed_at: run.completedAt,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: 'https://github.test/',
    },
    app: appBody(run.app),
    check_suite: { id: run.id },
  }
}

function appBody(slug: string): object {
  return { id: slug === ACTIONS ? 15_368 : 77, slug, name: slug, permissions: {}, events: [] }
}
