import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { simpleGit } from 'simple-git'
import { RegistryError } from '../model/registry-error.ts'

/** The Git repository that a registry lives in. */
export interface Repository {
  /** A folder inside it. */
  folder: string
  /** Where the registry's root lies in it: empty, or a folder with a `/` at the end. */
  prefix: string
  /** The commit that is read; absent before the first one. */
  commit?: string
  /** Whether the executable bits on disk are those that Git knows (`core.fileMode`). */
  executables: boolean
  /** The hash that names its contents. */
  objectFormat: 'sha1' | 'sha256'
}

/**
 * Finds the Git repository around `folder`, or the reason, as a sentence, why there is none.
 *
 * @throws RegistryError R602 for a shallow clone: without its history nobody can tell when an entry was published;
 *   R603 where Git finds a repository and cannot read it
 */
export async function findRepository(folder: string, revision = 'HEAD'): Promise<Repository | string> {
  if (!existsSync(folder)) throw new RegistryError('R603', `There is no folder \`${folder}\`.`)
  const git = simpleGit(folder)
  let facts: string
  try {
    facts = await git.raw(['rev-parse', '--is-shallow-repository', '--show-object-format', '--show-prefix'])
  } catch (error) {
    return reasonFor(error as Error, folder)
  }
  const [shallow, format, prefix = ''] = facts.split('\n')
  if (shallow === 'true') {
    throw new RegistryError('R602', 'This clone is shallow, so the times of publication are not in it.', {
      fix: 'Run `git fetch --unshallow`; in GitHub Actions give `actions/checkout` the option `fetch-depth: 0`.',
    })
  }
  const [commit, fileMode] = await Promise.all([
    git.raw(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]).catch(() => ''),
    git.raw(['config', '--type=bool', '--default=true', 'core.fileMode']),
  ])
  return {
    folder,
    prefix,
    executables: fileMode.trim() === 'true',
    objectFormat: format === 'sha256' ? 'sha256' : 'sha1',
    ...(commit && { commit: commit.trim() }),
  }
}

/**
 * A repository that is there and cannot be read must not be taken for none, or every entry would come out as published
 * today. Git's own words are in the user's language, so the disk is asked.
 */
function reasonFor(error: Error, folder: string): string {
  if (error.message.includes('spawn git ENOENT')) return 'Git is not installed'
  if (!isInsideRepository(resolve(folder))) return 'This folder is not in a Git repository'
  throw new RegistryError('R603', `Git cannot read this repository: ${error.message.trim()}`, {
    cause: error,
  })
}

function isInsideRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  const parent = dirname(folder)
  return parent !== folder && isInsideRepository(parent)
}
