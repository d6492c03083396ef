import type { CatalogServer } from '../../catalog/catalog.ts'
import type { Status } from '../../model/status.ts'
import { compareVersions } from '../../model/version.ts'

export interface VersionLine {
  version: string
  publishedAt: number
  status: Status
  isLatest: boolean
}

/** A server's versions, the newest publication first; by number where several came at once. */
export function versionsOf({ entries }: CatalogServer): VersionLine[] {
  return entries
    .map(({ version, official: { publishedAt, status, isLatest } }) => ({
      version,
      publishedAt,
      status,
      isLatest,
    }))
    .sort((a, b) => b.publishedAt - a.publishedAt || compareVersions(b, a))
}
