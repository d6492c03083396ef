import picomatch from 'picomatch'
import type { SyncPolicy } from '../catalog/config.ts'
import { latestOf } from '../model/latest.ts'
import type { ServerJson } from '../model/server-json.ts'
import type { Status } from '../model/status.ts'

/** What the policy looks at in one version. */
export interface PolicyVersion {
  version: string
  /** Microseconds since 1970. */
  publishedAt: number
  status: Status
  /** Read only where the policy asks for registry types. */
  server(): ServerJson
}

/**
 * Makes the test for server names. `*` stands for anything within the namespace or within the name, `**` for anything
 * at all; a pattern without `/` means a whole namespace. Letter case does not count, as in names themselves.
 */
export function nameFilter({ include, exclude = [] }: SyncPolicy): (name: string) => boolean {
  const isIncluded = include ? matcher(include) : () => true
  const isExcluded = matcher(exclude)
  return (name) => isIncluded(name) && !isExcluded(name)
}

function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => false
  const globs = patterns.map((pattern) =>
    pattern.includes('/') || pattern === '**' ? pattern : `${pattern}/*`,
  )
  return picomatch(globs, { nocase: true, dot: true, nonegate: true, noextglob: true })
}

/**
 * Whether what the policy keeps of a server depends on its other versions. The answer to "what has changed?" is then
 * not enough to decide by.
 */
export function needsWholeServers({ registryTypes, statuses, versions }: SyncPolicy): boolean {
  return versions !== 'all' || registryTypes !== undefined || statuses !== undefined
}

/** The versions of one server that the policy keeps. */
export function keepVersions<T extends PolicyVersion>(versions: readonly T[], policy: SyncPolicy): T[] {
  const { statuses, registryTypes } = policy
  const published = versions
    .filter(({ status }) => !statuses || statuses.includes(status))
    .sort((a, b) => a.publishedAt - b.publishedAt || (a.version < b.version ? -1 : 1))
  const latest = latestOf(
    published.map((item) => ({ ...at(item), deleted: item.status === 'deleted', item })),
  )
  if (!latest) return []
  if (registryTypes && !offers(latest.item.server()).some((type) => registryTypes.includes(type))) return []
  if (policy.versions === 'all') return published
  const others = published.filter((item) => item !== latest.item).reverse()
  return [latest.item, ...others.slice(0, policy.versions === 'latest' ? 0 : policy.versions - 1)]
}

function at({ version, publishedAt }: PolicyVersion): { version: string; publishedAt: number } {
  return { version, publishedAt }
}

/** The ways to get a server: the registries of its packages, and `remote`. */
function offers({ packages = [], remotes = [] }: ServerJson): string[] {
  return [...packages.map(({ registryType }) => registryType), ...(remotes.length > 0 ? ['remote'] : [])]
}
