import type { UpstreamVersion } from '../catalog/upstream-record.ts'
import type { Candidate } from './candidates.ts'
import { serverJsonPath, upstreamJsonPath, upstreamJsonText } from './files.ts'
import type { TreeServer } from './mirror-tree.ts'

/** One change of one file. Removing the last file of a folder removes the folder. */
export type Operation = { kind: 'write'; path: string; text: string } | { kind: 'remove'; path: string }

/** What the operations on one server amount to, in versions. */
export interface ServerChange {
  operations: Operation[]
  isNew: boolean
  added: number
  updated: number
  /** Versions that the source has sent again as they were. */
  unchanged: number
  removed: number
}

/**
 * What turns a mirrored server into `candidates`. A version folder that upstream.json does not speak of counts as the
 * registry's own, so removals come before upstream.json and new versions after it: wherever a run breaks off, the next
 * one knows its own work again.
 */
export function changeServer(
  source: string,
  existing: TreeServer,
  candidates: readonly Candidate[],
): ServerChange {
  const { name } = existing
  const known = existing.upstream?.versions ?? {}
  const kept = new Set(candidates.map(({ version }) => version))
  const gone = Object.keys(known).filter((version) => !kept.has(version) && existing.versions.has(version))
  const change: ServerChange = {
    operations: gone.map((version) => ({ kind: 'remove', path: serverJsonPath(name, version) })),
    isNew: existing.upstream === undefined,
    added: 0,
    updated: 0,
    unchanged: 0,
    removed: gone.length,
  }
  const writes: Operation[] = []
  for (const { version, text, official } of candidates) {
    const present = existing.versions.get(version)
    const rewrites = text !== undefined && !present?.equals(Buffer.from(text))
    if (rewrites) writes.push({ kind: 'write', path: serverJsonPath(name, version), text })
    if (!present) change.added++
    else if (rewrites || !isSameOfficial(known[version], official)) change.updated++
    else if (text !== undefined) change.unchanged++
  }
  change.operations.push(...upstreamJson(source, existing, candidates), ...writes)
  return change
}

function upstreamJson(
  source: string,
  { name, upstreamBytes }: TreeServer,
  candidates: readonly Candidate[],
): Operation[] {
  const path = upstreamJsonPath(name)
  if (candidates.length === 0) return upstreamBytes ? [{ kind: 'remove', path }] : []
  const versions = Object.fromEntries(candidates.map(({ version, official }) => [version, official]))
  const text = upstreamJsonText({ source, versions })
  return upstreamBytes?.equals(Buffer.from(text)) ? [] : [{ kind: 'write', path, text }]
}

function isSameOfficial(a: UpstreamVersion | undefined, b: UpstreamVersion): boolean {
  return (
    a !== undefined &&
    a.status === b.status &&
    a.statusChangedAt === b.statusChangedAt &&
    a.statusMessage === b.statusMessage &&
    a.publishedAt === b.publishedAt &&
    a.updatedAt === b.updatedAt
  )
}
