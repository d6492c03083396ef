import type { UpstreamVersion } from '../catalog/upstream-record.ts'
import { RegistryError } from '../model/registry-error.ts'
import type { ServerJson } from '../model/server-json.ts'
import { formatTimestamp, parseTimestamp } from '../model/timestamp.ts'
import { serverJsonPath } from './files.ts'
import type { TreeServer } from './mirror-tree.ts'
import type { PolicyVersion } from './policy.ts'
import type { RecordReading } from './record.ts'

/** A mirrored version that the tree may hold after the run. */
export interface Candidate extends PolicyVersion {
  official: UpstreamVersion
  /** The bytes of server.json, where they come from the source in this run. */
  text?: string
}

/**
 * What is known of a server's mirrored versions: the tree's, and in their place or beside them the source's. Where the
 * source has rewritten a document into something that is refused, the tree keeps the old one and still follows the
 * status: a takedown must arrive.
 *
 * @param now stands for the times of records that come without any; microseconds
 */
export function gatherCandidates(
  existing: TreeServer | undefined,
  arriving: readonly RecordReading[],
  now: number,
): Candidate[] {
  const candidates = new Map<string, Candidate>()
  for (const [version, official] of Object.entries(existing?.upstream?.versions ?? {})) {
    const bytes = existing!.versions.get(version)
    if (bytes)
      candidates.set(
        version,
        candidate(version, official, () => parse(existing!.name, version, bytes)),
      )
  }
  for (const reading of arriving) {
    if ('refused' in reading) {
      const { version, official } = reading.refused
      const present = candidates.get(version)
      if (present && official) candidates.set(version, candidate(version, official, present.server))
      continue
    }
    const { version, text, server } = reading.record
    const present = candidates.get(version)
    const isSame = present !== undefined && existing!.versions.get(version)!.equals(Buffer.from(text))
    const official = reading.record.official ?? withoutTimes(present?.official, isSame, now)
    candidates.set(version, { ...candidate(version, official, () => server), text })
  }
  return [...candidates.values()]
}

/** A record without times was published when it was first seen, and changes when its document does. */
function withoutTimes(known: UpstreamVersion | undefined, isSame: boolean, now: number): UpstreamVersion {
  if (known && isSame) return known
  const time = formatTimestamp(now)
  return { status: 'active', publishedAt: known?.publishedAt ?? time, updatedAt: time }
}

function candidate(version: string, official: UpstreamVersion, server: () => ServerJson): Candidate {
  const publishedAt = parseTimestamp(official.publishedAt)!
  return { version, publishedAt, status: official.status, official, server }
}

function parse(name: string, version: string, bytes: Buffer): ServerJson {
  try {
    return JSON.parse(bytes.toString('utf8')) as ServerJson
  } catch (error) {
    const path = serverJsonPath(name, version)
    throw new RegistryError('R614', `${path} cannot be read: ${(error as Error).message}.`, {
      path,
      fix: 'Restore it from Git.',
      cause: error,
    })
  }
}
