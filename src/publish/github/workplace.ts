import { setTimeout } from 'node:timers/promises'
import { unless } from '../../github/answers.ts'
import type { Ask } from './ask.ts'
import { answerOf, refusal } from './refusal.ts'
import type { Registry } from './registry.ts'
import type { RepositoryName } from './repository-name.ts'

/** The repository that a branch is made in: the account's fork of the registry, or a registry of its own. */
export interface Workplace {
  at: RepositoryName
  fullName: string
  defaultBranch: string
  isRegistry: boolean
  /** Made just now: GitHub is still copying. */
  isNew: boolean
}

/** GitHub fills a new fork within seconds; large ones take longer. */
const LONGEST_WAIT_MILLISECONDS = 30_000
const PAUSE_MILLISECONDS = 1000

/** Finds the account's fork, by whatever name, or makes one. */
export async function findWorkplace(ask: Ask, registry: Registry, login: string): Promise<Workplace> {
  const { at, fullName, defaultBranch, allowsForks, canPush } = registry
  const isOwn = at.owner.toLowerCase() === login.toLowerCase()
  // Companies forbid forks of private repositories; whoever may push there has no need of one.
  if (isOwn || (!allowsForks && canPush)) {
    return { at, fullName, defaultBranch, isRegistry: true, isNew: false }
  }
  return (await findFork(ask, registry, login)) ?? (await makeFork(ask, registry))
}

async function findFork(ask: Ask, registry: Registry, login: string): Promise<Workplace | undefined> {
  const request = ask('GET /repos/{owner}/{repo}', {
    owner: login,
    repo: registry.at.repo,
  })
  const found = (await unless([404], request))?.data
  const isFork = found?.parent?.id === registry.id || found?.source?.id === registry.id
  if (!found || !isFork) return undefined
  if (found.archived) {
    const fix = `Unarchive or delete it at ${found.html_url}/settings, and run the command again.`
    throw refusal('R644', `Your fork ${found.full_name} is archived.`, fix)
  }
  return toWorkplace(found, false)
}

/** Where the account has a fork by another name, GitHub answers with that. */
async function makeFork(ask: Ask, registry: Registry): Promise<Workplace> {
  const { at, fullName } = registry
  const options = { ...at, default_branch_only: true }
  try {
    const { data } = await ask('POST /repos/{owner}/{repo}/forks', options)
    return toWorkplace(data, true)
  } catch (error) {
    if (!/forking is disabled|disabled forking|not allow.*fork/i.test(answerOf(error)?.message ?? ''))
      throw error
    const fix = 'Ask its maintainers for the right to push, or to allow forks.'
    throw refusal('R644', `The repository ${fullName} allows no forks.`, fix, error)
  }
}

function toWorkplace(
  repository: { name: string; full_name: string; owner: { login: string }; default_branch?: string },
  isNew: boolean,
): Workplace {
  return {
    at: { owner: repository.owner.login, repo: repository.name },
    fullName: repository.full_name,
    defaultBranch: repository.default_branch ?? 'main',
    isRegistry: false,
    isNew,
  }
}

/**
 * The commit at the head of the workplace's default branch. A new fork has none for some seconds.
 *
 * @throws RegistryError R644 where it has none at all
 */
export async function headOf(ask: Ask, { at, fullName, defaultBranch, isNew }: Workplace): Promise<string> {
  const ref = `heads/${defaultBranch}`
  const until = Date.now() + (isNew ? LONGEST_WAIT_MILLISECONDS : 0)
  for (;;) {
    const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}'
    // 409: the repository is empty.
    const answer = await unless([404, 409], ask(route, { ...at, ref }))
    if (answer) return answer.data.object.sha
    if (Date.now() >= until) break
    await setTimeout(PAUSE_MILLISECONDS)
  }
  if (isNew) {
    const fix = 'Run the command again in a minute: it goes on from there.'
    throw refusal('R644', `GitHub has not filled your new fork ${fullName} in half a minute.`, fix)
  }
  const fix = `Delete the fork at https://github.com/${fullName}/settings, and run the command again: a new one is made.`
  throw refusal('R644', `Your fork ${fullName} has no branch \`${defaultBranch}\`.`, fix)
}
