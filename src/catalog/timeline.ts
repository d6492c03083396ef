import type { OfficialMeta } from '../model/entry.ts'
import { latestOf } from '../model/latest.ts'
import type { Moderation, Status } from '../model/status.ts'

/** What a file at one place says about a version, at some time. */
export interface State {
  status: Status
  message?: string
  movedTo?: string
  moderation?: Moderation
}

/** From this moment the place says `state`, or nothing any more. */
export interface StateChange {
  at: number
  /** The place in the main branch's history among equal times. */
  order: number
  state: State | undefined
}

/** A place that may speak about versions: a status.md, a moderation.md, or an upstream's own record. */
export interface Layer {
  changes: readonly StateChange[]
}

export interface TimelineVersion {
  version: string
  /** Microseconds since 1970, and the place in the main branch's history among equal times. */
  publishedAt: number
  order: number
  /** When the version's server.json was changed after publication. */
  changedAt: readonly number[]
  /** The places that speak about this version; the first that says something is right. */
  layers: readonly Layer[]
}

/** What became of a version. */
export interface VersionFate extends Omit<OfficialMeta, 'status' | 'statusMessage'> {
  state: State
}

interface Life extends VersionFate {
  version: string
  layers: readonly Layer[]
  deleted: boolean
}

/** Something that happened to a server: a place said something, or a version was published. */
type Step = { at: number; order: number } & (
  { layer: Layer; state: State | undefined } | { source: TimelineVersion }
)

/**
 * Replays the history of one server: publications, changes of status and moderation, and what each did to `isLatest`
 * (lifecycle L2–L4). Deviations from upstream: D1, a deleted version is never latest while another one lives; D2,
 * `updatedAt` moves when `isLatest` does, so that a reader of `updated_since` misses nothing.
 *
 * @param versions of versions that are equal in everything, the first is published first
 * @returns the final metadata by version
 */
export function replay(versions: readonly TimelineVersion[]): Map<string, VersionFate> {
  const lives = new Map<string, Life>()
  const below = new Map<Layer, Life[]>()
  const said = new Map<Layer, State | undefined>()
  let latest: Life | undefined
  for (const moment of momentsOf(versions)) {
    const { at } = moment[0]!
    const affected = new Set<Life>()
    for (const step of moment) {
      if (!('layer' in step)) continue
      said.set(step.layer, step.state)
      for (const life of below.get(step.layer) ?? []) affected.add(life)
    }
    let deletions = false
    for (const life of affected) deletions = restate(life, said, at) || deletions
    const newcomers: Life[] = []
    for (const step of moment) if ('source' in step) newcomers.push(begin(step.source, said))
    for (const life of newcomers) {
      lives.set(life.version, life)
      for (const layer of life.layers) {
        if (below.has(layer)) below.get(layer)!.push(life)
        else below.set(layer, [life])
      }
    }
    if (deletions) crown(latestOf([...lives.values()]), at)
    else if (newcomers.length > 0) crown(latestOf(latest ? [latest, ...newcomers] : newcomers), at)
  }
  for (const { version, changedAt } of versions) for (const at of changedAt) touch(lives.get(version)!, at)
  return lives

  function crown(next: Life | undefined, at: number): void {
    if (next === latest) return
    for (const life of [latest, next]) if (life) touch(life, at)
    if (latest) latest.isLatest = false
    if (next) next.isLatest = true
    latest = next
  }
}

/**
 * What happened, by time, and by commit within one time. All that a commit says counts at once: a status.md that it
 * moves from a version to its server never leaves the version without.
 */
function momentsOf(versions: readonly TimelineVersion[]): Step[][] {
  const steps: Step[] = versions.map((source) => ({ source, at: source.publishedAt, order: source.order }))
  for (const layer of new Set(versions.flatMap((source) => source.layers))) {
    let at = -Infinity
    for (const { at: clock, order, state } of layer.changes) {
      // A commit may carry an earlier date than the one before it; what it says still comes later.
      at = Math.max(at, clock)
      steps.push({ layer, state, at, order })
    }
  }
  steps.sort((a, b) => a.at - b.at || (a.order === b.order ? 0 : a.order - b.order))
  const moments: Step[][] = []
  for (const step of steps) {
    const last = moments.at(-1)
    if (last && last[0]!.at === step.at && last[0]!.order === step.order) last.push(step)
    else moments.push([step])
  }
  return moments
}

function begin({ version, publishedAt, layers }: TimelineVersion, said: Said): Life {
  const state = effective(layers, said)
  return {
    version,
    layers,
    state,
    deleted: state.status === 'deleted',
    statusChangedAt: publishedAt,
    publishedAt,
    updatedAt: publishedAt,
    isLatest: false,
  }
}

/** Brings a version up to date with what is said about it; tells whether that deleted or restored it. */
function restate(life: Life, said: Said, at: number): boolean {
  const before = life.state
  const state = effective(life.layers, said)
  if (JSON.stringify(state) === JSON.stringify(before)) return false
  if (state.status !== before.status) life.statusChangedAt = at
  life.state = state
  touch(life, at)
  const wasDeleted = life.deleted
  life.deleted = state.status === 'deleted'
  return life.deleted !== wasDeleted
}

type Said = ReadonlyMap<Layer, State | undefined>

function effective(layers: readonly Layer[], said: Said): State {
  for (const layer of layers) {
    const state = said.get(layer)
    if (state) return state
  }
  return { status: 'active' }
}

function touch(life: Life, at: number): void {
  life.updatedAt = Math.max(life.updatedAt, at)
}
