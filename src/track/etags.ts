import { createHash } from 'node:crypto'
import type { CatalogServer } from '../catalog/catalog.ts'

/**
 * Entity tags of lists of releases in which nothing was left to do, so that GitHub can answer "unchanged", which counts
 * against no limit. Losing them costs nothing but requests.
 */
export type Etags = ReadonlyMap<string, string>

/** A change of the listing.md, or of the latest version, makes the same list of releases news again. */
export function etagKey({ name, listing, latest }: CatalogServer): string {
  const facts = JSON.stringify([name, listing?.track, latest.version])
  return createHash('sha256').update(facts).digest('base64url')
}

/** Reads what an earlier run has kept; what cannot be read is as good as nothing. */
export function readEtags(text: string): Etags {
  try {
    const file = JSON.parse(text) as { version?: unknown; etags?: unknown } | null
    if (file?.version !== 1 || typeof file.etags !== 'object') return new Map()
    return new Map(Object.entries(file.etags ?? {}).filter(([, etag]) => isEtag(etag)))
  } catch {
    return new Map()
  }
}

export function writeEtags(etags: Etags): string {
  return `${JSON.stringify({ version: 1, etags: Object.fromEntries(etags) })}\n`
}

/** RFC 9110, 8.8.3. It becomes a header of a request. */
function isEtag(value: unknown): boolean {
  return typeof value === 'string' && /^(?:W\/)?"[\x21\x23-\x7e]{1,200}"$/.test(value)
}
