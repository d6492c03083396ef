import { lookUp } from '../github/answers.ts'
import { ownBranches, removeBranch } from '../github/own-pull.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { TRACK_BRANCHES } from '../verify/release/track-branch.ts'

/** Removes the branches of releases whose pull requests are merged or closed. */
export async function removeDoneBranches(registry: RegistryRepository): Promise<void> {
  const { client, at } = registry
  for (const branch of await ownBranches(registry, TRACK_BRANCHES)) {
    // One by one: a long list may lack some while others are opened and closed, and without its branch one is closed.
    const request = client.rest.pulls.list({
      ...at,
      head: `${at.owner}:${branch}`,
      state: 'open',
      per_page: 1,
    })
    const open = await lookUp(`the open pull requests from \`${branch}\``, request)
    if (open?.data.length === 0) await removeBranch(registry, branch)
  }
}
