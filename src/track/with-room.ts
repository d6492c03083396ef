import { TRACK_BRANCHES, trackBranch } from '../verify/release/track-branch.ts'
import type { Proposal } from './proposal.ts'

/** Publishers wait in the same queue, so releases take turns. */
const PER_RUN = 20
/** What cannot be merged stays open, and keeps nobody else's releases waiting (security E5). */
const OPEN_PER_NAMESPACE = 10

/**
 * The proposals that there is room for, fairly: everybody's first before anybody's second.
 *
 * @param openBranches the branches of those that are open already
 */
export function withRoom(found: readonly Proposal[], openBranches: readonly string[]): Proposal[] {
  const open = Map.groupBy(openBranches, namespacePart)
  const own = Map.groupBy(found, ({ name, version }) => namespacePart(trackBranch(name, version)))
  return [...own]
    .flatMap(([namespace, proposals]) => {
      const room = OPEN_PER_NAMESPACE - (open.get(namespace)?.length ?? 0)
      return proposals.slice(0, Math.max(0, room)).map((proposal, place) => ({ proposal, place }))
    })
    .sort((a, b) => a.place - b.place)
    .slice(0, PER_RUN)
    .map(({ proposal }) => proposal)
}

/** The beginning of a branch, which all servers of a namespace have in common. */
function namespacePart(branch: string): string {
  return branch.slice(0, branch.indexOf('/', TRACK_BRANCHES.length))
}
