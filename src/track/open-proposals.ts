import { lookUp } from '../github/answers.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { isTrackBranch } from '../verify/release/track-branch.ts'

/**
 * The branches of releases with an open pull request. Only those who may push to the registry's repository have branches
 * there.
 *
 * @throws Unreachable
 */
export async function openProposals({ client, at, fullName }: RegistryRepository): Promise<string[]> {
  const options = { ...at, state: 'open', per_page: 100 } as const
  const pulls =
    (await lookUp('the open pull requests', client.paginate(client.rest.pulls.list, options))) ?? []
  return pulls
    .filter(({ head }) => head.repo?.full_name.toLowerCase() === fullName.toLowerCase())
    .map(({ head }) => head.ref)
    .filter(isTrackBranch)
}
