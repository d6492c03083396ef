import { ownBranches, removeBranch } from '../github/own-pull.ts'
import type { RegistryRepository } from '../github/registry-repository.ts'
import { TRACK_BRANCHES } from '../verify/release/track-branch.ts'
import { openProposals } from './open-proposals.ts'

/** Removes the branches of releases whose pull requests are merged or closed. */
export async function removeDoneBranches(registry: RegistryRepository): Promise<void> {
  const used = new Set(await openProposals(registry))
  for (const branch of await ownBranches(registry, TRACK_BRANCHES)) {
    if (!used.has(branch)) await removeBranch(registry, branch)
  }
}
