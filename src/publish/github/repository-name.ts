import { RegistryError } from '../../model/registry-error.ts'
import { show } from '../../validate/text/show.ts'

/** A repository, as every request about it needs it. */
export interface RepositoryName {
  owner: string
  repo: string
}

/**
 * Splits `owner/name`.
 *
 * @throws RegistryError R644
 */
export function repositoryName(text: string): RepositoryName {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? []
  if (owner && repo) return { owner, repo }
  throw new RegistryError('R644', `${show(text)} is not the name of a repository.`, {
    fix: 'Write it as `owner/name`.',
  })
}
