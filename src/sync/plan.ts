import type { SyncPolicy } from '../catalog/config.ts'
import { compareBytes } from '../model/byte-order.ts'
import { gatherCandidates, type Candidate } from './candidates.ts'
import type { MirrorTree, TreeServer } from './mirror-tree.ts'
import { changeServer, type Operation, type ServerChange } from './operations.ts'
import { keepVersions, nameFilter } from './policy.ts'
import { newestReadings } from './readings.ts'
import type { RecordReading, RefusedRecord } from './record.ts'
import { giveWay, type Claim } from './twins.ts'

export interface PlanInput {
  /** The name of the source, as upstream.json has it. */
  source: string
  readings: readonly RecordReading[]
  tree: MirrorTree
  policy: SyncPolicy
  /** Stands for the times of records that come without any; microseconds. */
  now: number
  /** Whether the source has shown everything that it has, so that what is absent is gone. */
  isComplete: boolean
}

interface NamedVersion {
  name: string
  version: string
}

/** What a run does to the tree, and what people should know about it. */
export interface SyncPlan {
  /** In an order that is safe: a run may break off after any of them and be run again. */
  operations: Operation[]
  counts: SyncCounts
  refused: RefusedRecord[]
  /** Names, or versions of one server, that differ in letter case only: this one stays out because `keeps` is there. */
  twins: { name: string; version?: string; keeps: string }[]
  /** Servers of the registry's own that the source has too, or own versions of a mirrored server. */
  own: { name: string; version?: string }[]
  /** Servers that were mirrored from another source before. */
  otherSource: { name: string; source: string }[]
  /** Mirrored versions that the source does not list any more. They stay. */
  missing: NamedVersion[]
}

/** In versions, but for `newServers`. */
interface SyncCounts {
  newServers: number
  newVersions: number
  updated: number
  unchanged: number
  /** Taken out of the tree because the policy does not want them any more. */
  removed: number
  /** Left out by the policy. */
  skipped: number
}

/** Decides what mirroring does to a tree. Pure, and the same whatever order the records come in. */
export function planSync({ source, readings, tree, policy, now, isComplete }: PlanInput): SyncPlan {
  const { byName, refused } = newestReadings(readings)
  const isWanted = nameFilter(policy)
  const plan = emptyPlan(refused.filter(({ name }) => name === '' || isWanted(name)))
  const kept = new Map<string, Candidate[]>()
  for (const name of namesOf(byName.keys(), tree, source)) {
    const existing = tree.get(name)
    const arriving = mayTouch(name, byName.get(name) ?? [], existing, source, plan)
    if (!arriving) continue
    const candidates = gatherCandidates(existing, arriving, now)
    const wanted = isWanted(name) ? keepVersions(candidates, policy) : []
    plan.counts.skipped += candidates.filter(
      (item) => !wanted.includes(item) && !existing?.versions.has(item.version),
    ).length
    const rest = withoutTwins(name, wanted, existing, plan)
    if (rest.length > 0) kept.set(name, rest)
    else if (existing) note(plan, changeServer(source, existing, []))
    if (isComplete) plan.missing.push(...missingFrom(name, arriving, rest))
  }
  const losers = giveWay(claimsOf(kept, tree, source))
  for (const [name, candidates] of kept) {
    const keeps = losers.get(name)
    if (keeps !== undefined) plan.twins.push({ name, keeps })
    else note(plan, changeServer(source, tree.get(name) ?? { name, versions: new Map() }, candidates))
  }
  return plan
}

function emptyPlan(refused: RefusedRecord[]): SyncPlan {
  return {
    operations: [],
    counts: { newServers: 0, newVersions: 0, updated: 0, unchanged: 0, removed: 0, skipped: 0 },
    refused: refused.sort((a, b) => compareBytes(a.name, b.name) || compareBytes(a.version, b.version)),
    twins: [],
    own: [],
    otherSource: [],
    missing: [],
  }
}

/** Every server that the source speaks of now, or has spoken of before. */
function namesOf(arriving: Iterable<string>, tree: MirrorTree, source: string): string[] {
  const names = new Set(arriving)
  for (const { name, upstream } of tree.values()) if (upstream?.source === source) names.add(name)
  return [...names].sort(compareBytes)
}

/** The records that this source may put into the tree; `undefined` where the server is not its business. */
function mayTouch(
  name: string,
  arriving: readonly RecordReading[],
  existing: TreeServer | undefined,
  source: string,
  plan: SyncPlan,
): RecordReading[] | undefined {
  if (!existing) return [...arriving]
  const { upstream, versions } = existing
  if (!upstream) {
    plan.own.push({ name })
    return undefined
  }
  if (upstream.source !== source) {
    plan.otherSource.push({ name, source: upstream.source })
    return undefined
  }
  return arriving.filter((reading) => {
    const version = versionOf(reading)
    const isMirrored = Object.hasOwn(upstream.versions, version) || !versions.has(version)
    if (!isMirrored) plan.own.push({ name, version })
    return isMirrored
  })
}

function versionOf(reading: RecordReading): string {
  return 'record' in reading ? reading.record.version : reading.refused.version
}

/** Versions that differ in letter case only would share a folder on many disks. */
function withoutTwins(
  name: string,
  candidates: Candidate[],
  existing: TreeServer | undefined,
  plan: SyncPlan,
): Candidate[] {
  const losers = giveWay(
    candidates.map(({ version, publishedAt }) => ({
      name: version,
      publishedAt,
      isSettled: existing?.versions.has(version) ?? false,
    })),
  )
  for (const [version, keeps] of losers) plan.twins.push({ name, version, keeps })
  return candidates.filter(({ version }) => !losers.has(version))
}

/** Who claims which name after this run: what the tree holds and keeps, and what is new. */
function claimsOf(kept: ReadonlyMap<string, Candidate[]>, tree: MirrorTree, source: string): Claim[] {
  const others = [...tree.values()].filter(({ upstream }) => upstream?.source !== source)
  return [
    ...others.map(({ name }) => ({ name, publishedAt: 0, isSettled: true })),
    ...[...kept].map(([name, candidates]) => ({
      name,
      publishedAt: Math.min(...candidates.map(({ publishedAt }) => publishedAt)),
      isSettled: tree.has(name),
    })),
  ]
}

function missingFrom(
  name: string,
  arriving: readonly RecordReading[],
  kept: readonly Candidate[],
): NamedVersion[] {
  const listed = new Set(arriving.map(versionOf))
  return kept.filter(({ version }) => !listed.has(version)).map(({ version }) => ({ name, version }))
}

function note({ operations, counts }: SyncPlan, change: ServerChange): void {
  operations.push(...change.operations)
  if (change.isNew) counts.newServers++
  counts.newVersions += change.added
  counts.updated += change.updated
  counts.unchanged += change.unchanged
  counts.removed += change.removed
}
