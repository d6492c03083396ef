import { RegistryError } from '../model/registry-error.ts'
import { connectToGitHub, type GitHubClient } from './octokit.ts'

/** The registry's repository on GitHub, and who we are there. */
export interface RegistryRepository {
  client: GitHubClient
  /** The repository, as every request about it needs it. */
  at: { owner: string; repo: string }
  /** `owner/name` */
  fullName: string
  /** The slugs of all Apps that write for the registry. Their logins end in `[bot]`, which no account of a person does. */
  apps: readonly string[]
  /** Where GitHub's pages are, and the one of this workflow run. */
  serverUrl?: string
  runUrl?: string
}

/** The App behind every workflow's own token. */
const ACTIONS = 'github-actions'

/**
 * Reads from the environment which repository is meant (`GITHUB_REPOSITORY`) and, where the registry has a GitHub App of
 * its own, which (`REGISTRY_APP`, its slug).
 *
 * @throws RegistryError R600
 */
export function openRegistryRepository(env: NodeJS.ProcessEnv = process.env): RegistryRepository {
  const fullName = env.GITHUB_REPOSITORY ?? ''
  const [owner, repo, ...rest] = fullName.split('/')
  if (!owner || !repo || rest.length > 0) {
    throw new RegistryError('R600', 'GITHUB_REPOSITORY does not name a repository.', {
      fix: 'Set it to `owner/name`; a workflow does so by itself.',
    })
  }
  const app = env.REGISTRY_APP || ACTIONS
  const serverUrl = env.GITHUB_SERVER_URL
  return {
    client: connectToGitHub(env),
    at: { owner, repo },
    fullName,
    apps: [...new Set([ACTIONS, app])],
    ...(serverUrl && { serverUrl }),
    ...(serverUrl &&
      env.GITHUB_RUN_ID && { runUrl: `${serverUrl}/${fullName}/actions/runs/${env.GITHUB_RUN_ID}` }),
  }
}

/** Whether something was written by the registry itself. */
export function isOurs({ apps }: RegistryRepository, login: string | undefined): boolean {
  return apps.some((slug) => login === `${slug}[bot]`)
}
