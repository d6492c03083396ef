import { RegistryError } from '../model/registry-error.ts'
import { simpleGit } from 'simple-git'

/** The Git repository that a registry lives in. */
export interface Repository {
  /** A folder inside it. */
  folder: string
  /** Where the registry's root lies in it: empty, or a folder with a `/` at the end. */
  prefix: string
  /** The commit that is read; absent before the first one. */
  commit?: string
}

/**
 * Finds the Git repository around `folder`; `undefined` outside Git, or where Git is not installed.
 *
 * @throws RegistryError R602 for a shallow clone: without its history nobody can tell when an entry was published
 */
export async function findRepository(folder: string, revision = 'HEAD'): Promise<Repository | undefined> {
  const git = simpleGit(folder)
  let facts: string
  try {
    facts = await git.raw(['rev-parse', '--is-shallow-repository', '--show-prefix'])
  } catch {
    return undefined
  }
  const [shallow, prefix = ''] = facts.split('\n')
  if (shallow === 'true') {
    throw new RegistryError('R602', 'This clone is shallow, so the times of publication are not in it.', {
      fix: 'Run `git fetch --unshallow`; in GitHub Actions give `actions/checkout` the option `fetch-depth: 0`.',
    })
  }
  const commit = await git.raw(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => '')
  return { folder, prefix, ...(commit && { commit: commit.trim() }) }
}
