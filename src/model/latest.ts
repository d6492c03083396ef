import { compareVersions, type PublishedVersion } from './version.ts'

export interface LatestCandidate extends PublishedVersion {
  deleted: boolean
}

/**
 * Which version of one server is latest (lifecycle L2): a replay of the publications in order, each new version
 * taking the place of the present latest where it compares above it. A deleted version takes part only where no other
 * one lives (deviation D1).
 *
 * @param published the server's versions, oldest publication first
 */
export function latestOf<T extends LatestCandidate>(published: readonly T[]): T | undefined {
  const living = published.filter((candidate) => !candidate.deleted)
  let latest: T | undefined
  for (const candidate of living.length > 0 ? living : published) {
    if (!latest || compareVersions(candidate, latest) > 0) latest = candidate
  }
  return latest
}
