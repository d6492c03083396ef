import type { Octokit } from '@octokit/core'
import { serverFolder } from '../../model/tree-path.ts'
import { askWith } from './ask.ts'
import { explain } from './refusal.ts'
import { findOpenPull, type OpenPull } from './open-pull.ts'
import { repositoryName } from './repository-name.ts'

/** The account behind a token. */
export interface Account {
  login: string
  id: number
}

/**
 * Asks GitHub whose token it is.
 *
 * @throws RegistryError R640–R643
 */
export async function whoAmI(octokit: Octokit, signal?: AbortSignal): Promise<Account> {
  try {
    const { data } = await askWith(octokit, signal)('GET /user')
    return { login: data.login, id: Number(data.id) }
  } catch (error) {
    throw explain(error, 'say who you are')
  }
}

/**
 * The open pull request of an account that publishes a version of a server, or changes the status of one.
 *
 * @param repository the registry's, as `owner/name`
 * @throws RegistryError R640–R644
 */
export async function openPullFor(
  octokit: Octokit,
  repository: string,
  login: string,
  serverName: string,
  signal?: AbortSignal,
): Promise<OpenPull | undefined> {
  try {
    const registry = repositoryName(repository)
    return await findOpenPull(askWith(octokit, signal), registry, login, serverFolder(serverName))
  } catch (error) {
    throw explain(error, `look for open pull requests to ${repository}`)
  }
}
