import type { Ask } from './ask.ts'
import { answerOf } from './refusal.ts'
import type { RepositoryName } from './repository-name.ts'

/** The text of each file by its path; `null` removes it. */
export type Files = Record<string, string | null>

/**
 * Makes a commit out of thin air: nothing is cloned.
 *
 * @returns its id; `undefined` where it would change nothing
 */
export async function commitFiles(
  ask: Ask,
  at: RepositoryName,
  parent: string,
  files: Files,
  message: string,
): Promise<string | undefined> {
  const before = await ask('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
    ...at,
    commit_sha: parent,
  })
  const base = before.data.tree.sha
  const file = { mode: '100644', type: 'blob' } as const
  const tree = await ask('POST /repos/{owner}/{repo}/git/trees', {
    ...at,
    base_tree: base,
    tree: Object.entries(files).map(([path, content]) =>
      content === null ? { path, ...file, sha: null } : { path, ...file, content },
    ),
  })
  if (tree.data.sha === base) return undefined
  const commit = await ask('POST /repos/{owner}/{repo}/git/commits', {
    ...at,
    message,
    tree: tree.data.sha,
    parents: [parent],
  })
  return commit.data.sha
}

/** Makes a branch that is ours point at a commit, whatever an earlier attempt has left there. */
export async function beginBranch(ask: Ask, at: RepositoryName, branch: string, sha: string): Promise<void> {
  try {
    const ref = `refs/heads/${branch}`
    await ask('POST /repos/{owner}/{repo}/git/refs', { ...at, ref, sha })
  } catch (error) {
    if (!/already exists/i.test(answerOf(error)?.message ?? '')) throw error
    await moveBranch(ask, at, branch, sha, true)
  }
}

/** @param force also where commits get lost by it */
export async function moveBranch(
  ask: Ask,
  at: RepositoryName,
  branch: string,
  sha: string,
  force: boolean,
): Promise<void> {
  const ref = `heads/${branch}`
  const route = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}'
  await ask(route, { ...at, ref, sha, force })
}
