import { unless } from '../../github/answers.ts'
import type { Ask } from './ask.ts'
import type { RepositoryName } from './repository-name.ts'

/** An open pull request that touches a server. */
export interface OpenPull {
  number: number
  url: string
  headSha: string
  /** Where its commits are. */
  at: RepositoryName
  branch: string
  /** Whether the one who asks may add commits there. */
  canPush: boolean
  /** The paths below the server's folder that it changes; `added`: it brings them. */
  files: { path: string; added: boolean }[]
}

/** Nobody has more pull requests open than anybody wants to look through. */
const MOST = 50

/** Whether paths are those of a publication, and not only of a status. */
export function isPublication(paths: readonly string[]): boolean {
  return paths.some((path) => path.endsWith('/server.json'))
}

/**
 * The newest open pull request of an account that touches the folder of a server. Its files say so, not its name or its
 * branch, so that one made by hand in the browser is found too.
 *
 * @param isWanted whether it is the one that was meant, by the paths below the folder
 */
export async function findOpenPull(
  ask: Ask,
  registry: RepositoryName,
  login: string,
  folder: string,
  isWanted: (paths: readonly string[]) => boolean = () => true,
): Promise<OpenPull | undefined> {
  for (const number of await openNumbers(ask, registry, login)) {
    const files = await filesOf(ask, registry, number, folder)
    if (files.length === 0) continue
    if (!isWanted(files.map(({ path }) => path))) continue
    const pull = await readOpen(ask, registry, number)
    if (pull) return { ...pull, files }
  }
  return undefined
}

/** By way of the issues: only they can be asked for by author, and every pull request is one. */
async function openNumbers(ask: Ask, registry: RepositoryName, login: string): Promise<number[]> {
  const options = { ...registry, creator: login, state: 'open', per_page: MOST } as const
  const answer = await unless([404, 410], ask('GET /repos/{owner}/{repo}/issues', options))
  return (answer?.data ?? []).filter(({ pull_request }) => pull_request).map(({ number }) => number)
}

async function filesOf(
  ask: Ask,
  registry: RepositoryName,
  number: number,
  folder: string,
): Promise<OpenPull['files']> {
  const { data } = await ask('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
    ...registry,
    pull_number: number,
    per_page: 100,
  })
  return data
    .filter(({ filename, status }) => filename.startsWith(`${folder}/`) && status !== 'removed')
    .map(({ filename, status }) => ({ path: filename, added: status === 'added' }))
}

async function readOpen(
  ask: Ask,
  registry: RepositoryName,
  number: number,
): Promise<Omit<OpenPull, 'files'> | undefined> {
  const { data } = await ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...registry,
    pull_number: number,
  })
  const { head, user, html_url, state } = data
  // A fork that is gone takes no commits.
  if (!head.repo || state !== 'open') return undefined
  const { owner, name, permissions } = head.repo
  return {
    number,
    url: html_url,
    headSha: head.sha,
    at: { owner: owner.login, repo: name },
    branch: head.ref,
    canPush: permissions?.push ?? owner.id === user.id,
  }
}
