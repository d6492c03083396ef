import { isStatus } from '../../model/status.ts'
import type { Kind } from '../kinds.ts'
import type { RowFields } from '../lists/row-html.ts'
import type { ServerRow } from '../lists/server-row.ts'

/**
 * What a search result shows besides its name travels behind the `#` of its address, which Pagefind stores and never
 * searches: as `meta` it would be indexed a second time, and as a filter loaded before the first answer.
 */
export function packFields({ description, version, updatedAt }: ServerRow): string {
  return encodeURIComponent(JSON.stringify([description, version, Math.floor(updatedAt / 1_000_000)]))
}

/** The row for a result, from its address and its filters. */
export function unpackRow(url: string, filters: Record<string, string[]>): RowFields {
  const [href, packed] = url.split('#') as [string, string]
  const [description, version, seconds] = JSON.parse(decodeURIComponent(packed)) as [string, string, number]
  const status = filters.status?.[0]
  return {
    name: href.split('/').slice(-3, -1).join('/'),
    description,
    version,
    kinds: (filters.type ?? []) as Kind[],
    status: isStatus(status) ? status : 'active',
    day: seconds * 1_000_000,
    href,
  }
}
