import { unless } from '../../github/answers.ts'
import type { Ask } from './ask.ts'
import { refusal } from './refusal.ts'
import { repositoryName, type RepositoryName } from './repository-name.ts'

/** The registry's repository, as the one who asks sees it. */
export interface Registry {
  at: RepositoryName
  id: number
  fullName: string
  defaultBranch: string
  isPrivate: boolean
  allowsForks: boolean
  canPush: boolean
}

/** @throws RegistryError R644 where it is not there, or takes nothing any more */
export async function readRegistry(ask: Ask, repository: string): Promise<Registry> {
  const request = ask('GET /repos/{owner}/{repo}', {
    ...repositoryName(repository),
  })
  const answer = await unless([404], request)
  if (!answer) {
    throw refusal(
      'R644',
      `The repository ${repository} is not there, or this account may not see it.`,
      'Check its name; where it is private, sign in with an account that may read it and a token with the scope `repo`.',
    )
  }
  const { data } = answer
  if (data.archived) {
    const fix = 'Look on its page for the registry that took its place.'
    throw refusal('R644', `The repository ${repository} is archived and takes no changes.`, fix)
  }
  return {
    at: { owner: data.owner.login, repo: data.name },
    id: Number(data.id),
    fullName: data.full_name,
    defaultBranch: data.default_branch,
    isPrivate: data.private,
    allowsForks: data.allow_forking !== false,
    canPush: data.permissions?.push ?? false,
  }
}
