import type { CatalogServer } from '../catalog/catalog.ts'
import { compareVersions } from '../model/version.ts'
import { versionOf } from '../verify/release/release-tag.ts'
import type { Tracking } from '../verify/release/release.ts'
import type { ListedRelease } from './releases.ts'

/**
 * The version to list next: that of the highest release above the latest version of the server. Releases in between are
 * left out, and so are those of older lines.
 */
export function newestRelease(
  releases: readonly ListedRelease[],
  { tag: pattern, prereleases = false }: Tracking,
  { entries, latest }: Pick<CatalogServer, 'entries' | 'latest'>,
): string | undefined {
  const known = new Set(entries.map(({ version }) => version))
  const present = { version: latest.version, publishedAt: latest.official.publishedAt }
  const candidates = releases.flatMap(({ tag, isPrerelease, publishedAt }) => {
    const version = isPrerelease && !prereleases ? undefined : versionOf(tag, pattern)
    return version === undefined || known.has(version) ? [] : [{ version, publishedAt: publishedAt * 1000 }]
  })
  return candidates
    .filter((candidate) => compareVersions(candidate, present) > 0)
    .reduce<(typeof candidates)[number] | undefined>(
      (best, candidate) => (best && compareVersions(candidate, best) <= 0 ? best : candidate),
      undefined,
    )?.version
}
