import type { Octokit } from '@octokit/core'
import { askWith, type Ask } from './ask.ts'
import { beginBranch, commitFiles, moveBranch, type Files } from './commit.ts'
import { findOpenPull, isPublication, type OpenPull } from './open-pull.ts'
import { isOwnBranch } from '../pull-text.ts'
import { answerOf, explain, refusal } from './refusal.ts'
import { readRegistry, type Registry } from './registry.ts'
import { startingPoint } from './starting-point.ts'
import { whoAmI } from './who.ts'
import { findWorkplace, type Workplace } from './workplace.ts'

/** A pull request to be. `publicationPull` and `statusPull` write what people read of it. */
export interface Proposal {
  branch: string
  title: string
  body: string
  /** The text of each file by its path in the registry; `null` removes it. */
  files: Files
}

export interface ProposedPull {
  number: number
  url: string
  /** 40 hexadecimal digits. */
  headSha: string
  /** There was one for this server already, which has this now. */
  isUpdate: boolean
}

/** What has been done so far, for people who watch. */
export type ProposalStep =
  | { kind: 'fork'; repository: string; isNew: boolean }
  | { kind: 'commit'; repository: string; branch: string; sha: string }
  | { kind: 'pull'; number: number; url: string; isUpdate: boolean }

type Tell = (step: ProposalStep) => void

/**
 * Opens a pull request to the registry, or updates the one that the account has open for the same server. Nothing is
 * cloned and no local Git is needed.
 *
 * @param repository the registry's, as `owner/name`
 * @throws RegistryError R640–R645, with what to do
 */
export async function propose(
  octokit: Octokit,
  repository: string,
  proposal: Proposal,
  tell: Tell = () => {},
  signal?: AbortSignal,
): Promise<ProposedPull> {
  const ask = askWith(octokit, signal)
  let scope: 'public_repo' | 'repo' = 'public_repo'
  try {
    const [me, registry] = await Promise.all([whoAmI(octokit, signal), readRegistry(ask, repository)])
    if (registry.isPrivate) scope = 'repo'
    const open = await openPullOf(ask, registry, me.login, proposal)
    const pull = open
      ? await update(ask, registry, open, proposal, tell)
      : await begin(ask, registry, me.login, proposal, tell)
    tell({ kind: 'pull', number: pull.number, url: pull.url, isUpdate: pull.isUpdate })
    return pull
  } catch (error) {
    signal?.throwIfAborted()
    throw explain(error, `open a pull request to ${repository}`, scope)
  }
}

async function openPullOf(
  ask: Ask,
  registry: Registry,
  login: string,
  { files }: Proposal,
): Promise<OpenPull | undefined> {
  const paths = Object.keys(files)
  const folder = /^servers(?:\/[^/]+){3}(?=\/)/.exec(paths[0] ?? '')?.[0]
  if (folder === undefined) return undefined
  const open = await findOpenPull(ask, registry.at, login, folder, (present) => isSameMatter(present, paths))
  return open?.canPush ? open : undefined
}

/** A server is published in one pull request, whatever its version; a status is another matter for each path. */
function isSameMatter(present: readonly string[], planned: readonly string[]): boolean {
  if (isPublication(planned) || isPublication(present))
    return isPublication(planned) && isPublication(present)
  return planned.some((path) => present.includes(path))
}

async function begin(
  ask: Ask,
  registry: Registry,
  login: string,
  proposal: Proposal,
  tell: Tell,
): Promise<ProposedPull> {
  const { branch, title, files } = proposal
  const workplace = await findWorkplace(ask, registry, login)
  if (!workplace.isRegistry) {
    tell({ kind: 'fork', repository: workplace.fullName, isNew: workplace.isNew })
  }
  const start = await startingPoint(ask, registry, workplace, files)
  const sha = await commitFiles(ask, workplace.at, start.commit, files, title)
  if (sha === undefined) {
    const fix = 'There is nothing to do; the registry may have it already.'
    throw refusal('R645', `${workplace.fullName} has exactly this already.`, fix)
  }
  await beginBranch(ask, workplace.at, branch, sha).catch((error: unknown) => {
    throw start.isOld || !answerOf(error) ? error : tooOld(workplace, error)
  })
  tell({ kind: 'commit', repository: workplace.fullName, branch, sha })
  return openPull(ask, registry, workplace, proposal, sha)
}

/** What is newer in the registry can include workflows, which most tokens may not bring into a fork. A button may. */
function tooOld({ fullName }: Workplace, cause: unknown): Error {
  const fix = `Open https://github.com/${fullName}, press “Sync fork”, and run the command again.`
  return refusal('R644', `Your fork ${fullName} is older than what this changes.`, fix, cause)
}

async function openPull(
  ask: Ask,
  { at, defaultBranch }: Registry,
  workplace: Workplace,
  { branch, title, body }: Proposal,
  headSha: string,
): Promise<ProposedPull> {
  const head = `${workplace.at.owner}:${branch}`
  try {
    const options = { title, body, head, base: defaultBranch, maintainer_can_modify: false }
    const { data } = await ask('POST /repos/{owner}/{repo}/pulls', { ...at, ...options })
    return { number: data.number, url: data.html_url, headSha, isUpdate: false }
  } catch (error) {
    if (!/already exists/i.test(answerOf(error)?.message ?? '')) throw error
    // The answer to a first attempt can get lost on its way.
    const route = 'GET /repos/{owner}/{repo}/pulls'
    const { data } = await ask(route, { ...at, head, state: 'open' })
    if (!data[0]) throw error
    return { number: data[0].number, url: data[0].html_url, headSha, isUpdate: false }
  }
}

/** Adds a commit to the branch of an open pull request. */
async function update(
  ask: Ask,
  { at }: Registry,
  open: OpenPull,
  { title, body, files }: Proposal,
  tell: Tell,
): Promise<ProposedPull> {
  const { number, url, branch } = open
  const sha = await commitFiles(ask, open.at, open.headSha, { ...replacedBy(files, open), ...files }, title)
  if (sha === undefined) return { number, url, headSha: open.headSha, isUpdate: true }
  await moveBranch(ask, open.at, branch, sha, false)
  tell({ kind: 'commit', repository: `${open.at.owner}/${open.at.repo}`, branch, sha })
  // What somebody has written by hand stays.
  if (isOwnBranch(branch)) {
    const text = { title, body, pull_number: number }
    await ask('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, ...text })
  }
  return { number, url, headSha: sha, isUpdate: true }
}

/**
 * The version that the pull request was about makes room: mending it often takes a new one. Several at once were put there
 * by hand, and stay.
 */
function replacedBy(files: Files, { files: present }: OpenPull): Files {
  const added = present.filter(({ added }) => added).map(({ path }) => path)
  if (!isPublication(Object.keys(files)) || added.filter((path) => isPublication([path])).length > 1)
    return {}
  const replaced = added.filter((path) => /\/(server|proof)\.json$/.test(path))
  return Object.fromEntries(replaced.map((path) => [path, null]))
}
