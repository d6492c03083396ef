import { parseServerName } from '../../../model/server-name.ts'
import { apiPath, apiVersionsPath } from '../../paths.ts'
import { fieldsOf, readPublished, type Published } from './published.ts'

/** Where the registry is served, and what it calls its own part of `_meta`. */
export interface ApiPlace {
  /** With a `/` at both ends. */
  base: string
  metaKey?: string
}

/** What came of asking the API. `missing`: there is no such document, or it is deleted and the host does not keep it. */
export type Answer<T> = { type: 'found'; found: T } | { type: 'missing' } | { type: 'failed'; why: string }

/**
 * Reads one version. A host that cannot serve a document by its version, because of odd characters in it, may still
 * have it among all versions.
 */
export async function readVersion(
  place: ApiPlace,
  name: string,
  version: string,
): Promise<Answer<Published>> {
  if (!parseServerName(name) || /^\.{0,2}$/.test(version)) return { type: 'missing' }
  const answer = await readJson(place.base + apiPath(name, version).slice(1))
  if (answer.type === 'failed') return answer
  if (answer.type === 'found') {
    const published = readPublished(answer.found, name, place.metaKey)
    if (published && (version === 'latest' || published.server.version === version))
      return { type: 'found', found: published }
    return NOT_A_DOCUMENT
  }
  if (version === 'latest') return answer
  const all = await readVersions(place, name)
  if (all.type !== 'found') return all
  const found = all.found.find(({ server }) => server.version === version)
  return found ? { type: 'found', found } : { type: 'missing' }
}

/** Reads all versions that the host has documents about, the newest first. */
export async function readVersions(place: ApiPlace, name: string): Promise<Answer<Published[]>> {
  if (!parseServerName(name)) return { type: 'missing' }
  const answer = await readJson(place.base + apiVersionsPath(name).slice(1))
  if (answer.type !== 'found') return answer
  const { servers } = fieldsOf(answer.found)
  if (!Array.isArray(servers)) return NOT_A_DOCUMENT
  const found = servers
    .flatMap((document) => readPublished(document, name, place.metaKey) ?? [])
    .sort((a, b) => b.publishedAt - a.publishedAt)
  return found.length > 0 ? { type: 'found', found } : NOT_A_DOCUMENT
}

const NOT_A_DOCUMENT = {
  type: 'failed',
  why: 'What came back is not a document of this registry.',
} as const

/** Deleted versions are asked for too: where the request handler answers, it has them. Content types differ by host. */
async function readJson(address: string): Promise<Answer<unknown>> {
  try {
    const response = await fetch(`${address}?include_deleted=true`)
    if (response.status === 404) return { type: 'missing' }
    if (!response.ok)
      return { type: 'failed', why: `The registry answered with an error (${response.status}).` }
    const text = await response.text()
    try {
      return { type: 'found', found: JSON.parse(text) as unknown }
    } catch {
      return NOT_A_DOCUMENT
    }
  } catch {
    return { type: 'failed', why: 'The registry could not be reached. You may be offline.' }
  }
}
