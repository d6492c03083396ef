import { askGit, readGit } from '../catalog/git.ts'
import { RegistryError } from '../model/registry-error.ts'

/** No hooks, no tags, no submodules: only objects come in, and nothing is checked out or run. */
const FETCH = [
  '-c',
  'core.hooksPath=/dev/null',
  'fetch',
  '--quiet',
  '--no-tags',
  '--no-recurse-submodules',
  'origin',
]

/**
 * Lets the Git processes of this one use the token, for a private repository. It goes by the environment, since
 * arguments can be seen in the list of processes, and reaches no server but GitHub's.
 */
export function lendTokenToGit(env: NodeJS.ProcessEnv = process.env): void {
  if (!env.GITHUB_TOKEN || !env.GITHUB_SERVER_URL) return
  const basic = Buffer.from(`x-access-token:${env.GITHUB_TOKEN}`).toString('base64')
  env.GIT_CONFIG_COUNT = '1'
  env.GIT_CONFIG_KEY_0 = `http.${env.GITHUB_SERVER_URL}/.extraheader`
  env.GIT_CONFIG_VALUE_0 = `AUTHORIZATION: basic ${basic}`
}

/**
 * Fetches the main branch as it is now.
 *
 * @returns its commit
 * @throws RegistryError R603
 */
export async function fetchMain(folder: string, branch: string): Promise<string> {
  await readGit(folder, [...FETCH, `+refs/heads/${branch}:refs/remotes/origin/${branch}`])
  return commitAt(folder, `refs/remotes/origin/${branch}`)
}

/**
 * Fetches the objects of a pull request's head, by its id, or by the reference that GitHub keeps for it.
 *
 * @throws RegistryError R603 where the commit cannot be had
 */
export async function fetchHead(folder: string, number: number, headSha: string): Promise<void> {
  if (await hasCommit(folder, headSha)) return
  const { code } = await askGit(folder, [...FETCH, headSha])
  if (code === 0 && (await hasCommit(folder, headSha))) return
  await askGit(folder, [...FETCH, `refs/pull/${number}/head`])
  if (await hasCommit(folder, headSha)) return
  throw new RegistryError('R603', `The commit \`${headSha}\` of pull request #${number} cannot be fetched.`, {
    fix: 'Push to the branch again, or wait: it is tried again by itself.',
  })
}

/** The commit, tree or parent that an expression such as `main^{tree}` stands for. */
export async function commitAt(folder: string, revision: string): Promise<string> {
  return (await readGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', revision])).trim()
}

async function hasCommit(folder: string, sha: string): Promise<boolean> {
  return (await askGit(folder, ['cat-file', '-e', `${sha}^{commit}`])).code === 0
}
