import { lookUp } from '../github/answers.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { trackBranch } from '../verify/release/track-branch.ts'

/** A pull request for the same version, from before. `refused`: somebody closed it. */
export interface EarlierPull {
  number: number
  state: 'open' | 'merged' | 'refused'
}

/**
 * The latest pull request in which the registry proposed a version. GitHub remembers the name of the branch also where
 * it is gone.
 *
 * @throws Unreachable
 */
export async function earlierPull(
  { client, at }: RegistryRepository,
  name: string,
  version: string,
): Promise<EarlierPull | undefined> {
  const head = `${at.owner}:${trackBranch(name, version)}`
  const request = client.rest.pulls.list({ ...at, head, state: 'all', per_page: 1 })
  const [pull] = (await lookUp(`the pull requests from \`${head}\``, request))?.data ?? []
  if (!pull) return undefined
  const { number, state, merged_at } = pull
  return { number, state: state === 'open' ? 'open' : merged_at === null ? 'refused' : 'merged' }
}
