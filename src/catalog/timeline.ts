import type { OfficialMeta } from '../model/entry.ts'
import { latestOf } from '../model/latest.ts'
import type { Moderation, Status } from '../model/status.ts'
import { compareVersions } from '../model/version.ts'

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

export type VersionFate = OfficialMeta & State

interface Life extends VersionFate {
  version: string
  layers: readonly Layer[]
  deleted: boolean
}

type Step =
  | { kind: 'state'; layer: Layer; state: State | undefined; at: number; order: number }
  | { kind: 'publish'; source: TimelineVersion; at: number; order: number }
  | { kind: 'change'; source: TimelineVersion; at: number; order: number }

/**
 * Replays the history of one server: publications, changes of status and moderation, and what each did to `isLatest`
 * (lifecycle L2–L4). Deviations from upstream: D1, a deleted version is never latest while another one lives; D2,
 * `updatedAt` moves when `isLatest` does, so that a reader of `updated_since` misses nothing.
 *
 * @returns the final metadata by version
 */
export function replay(versions: readonly TimelineVersion[]): Map<string, VersionFate> {
  const lives = new Map<string, Life>()
  const below = new Map<Layer, Life[]>()
  const said = new Map<Layer, State | undefined>()
  let latest: Life | undefined
  for (const step of stepsOf(versions)) {
    if (step.kind === 'state') {
      said.set(step.layer, step.state)
      if (restate(below.get(step.layer) ?? [], said, step.at)) crown(latestOf([...lives.values()]), step.at)
    } else if (step.kind === 'publish') {
      const life = begin(step.source, said)
      lives.set(life.version, life)
      for (const layer of step.source.layers) {
        if (below.has(layer)) below.get(layer)!.push(life)
        else below.set(layer, [life])
      }
      if (!latest || supersedes(life, latest)) crown(life, step.at)
    } else {
      touch(lives.get(step.source.version)!, step.at)
    }
  }
  return lives

  function crown(next: Life | undefined, at: number): void {
    if (next === latest) return
    for (const life of [latest, next]) if (life) touch(life, at)
    if (latest) latest.isLatest = false
    if (next) next.isLatest = true
    latest = next
  }
}

/** All steps by time; at one time statements come before the publications that they apply to. */
function stepsOf(versions: readonly TimelineVersion[]): Step[] {
  const steps: Step[] = []
  const layers = new Set<Layer>()
  for (const source of versions) {
    for (const layer of source.layers) layers.add(layer)
    steps.push({ kind: 'publish', source, at: source.publishedAt, order: source.order })
    for (const at of source.changedAt) {
      steps.push({ kind: 'change', source, at: Math.max(at, source.publishedAt), order: 0 })
    }
  }
  for (const layer of layers) {
    let previous = -Infinity
    for (const { at, state } of layer.changes) {
      // A commit may carry an earlier date than the one before it; what it says still comes later.
      previous = Math.max(previous, at)
      steps.push({ kind: 'state', layer, state, at: previous, order: 0 })
    }
  }
  const rank = { state: 0, publish: 1, change: 2 }
  return steps.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind] || a.order - b.order)
}

function begin(source: TimelineVersion, said: ReadonlyMap<Layer, State | undefined>): Life {
  const at = source.publishedAt
  const state = effective(source.layers, said)
  return {
    version: source.version,
    layers: source.layers,
    ...officialOf(state, at),
    isLatest: false,
    deleted: state.status === 'deleted',
    ...extras(state),
  }
}

function officialOf(state: State, at: number): Omit<OfficialMeta, 'isLatest'> {
  return { status: state.status, statusChangedAt: at, publishedAt: at, updatedAt: at }
}

/** Brings versions up to date with what is said about them; tells whether any was deleted or restored. */
function restate(lives: readonly Life[], said: ReadonlyMap<Layer, State | undefined>, at: number): boolean {
  let deletions = false
  for (const life of lives) {
    const state = effective(life.layers, said)
    if (sameState(life, state)) continue
    if (life.status !== state.status) life.statusChangedAt = at
    life.status = state.status
    Object.assign(life, { message: undefined, movedTo: undefined, moderation: undefined }, extras(state))
    touch(life, at)
    if (life.deleted !== (state.status === 'deleted')) deletions = true
    life.deleted = state.status === 'deleted'
  }
  return deletions
}

function effective(layers: readonly Layer[], said: ReadonlyMap<Layer, State | undefined>): State {
  for (const layer of layers) {
    const state = said.get(layer)
    if (state) return state
  }
  return { status: 'active' }
}

function extras({ message, movedTo, moderation }: State): Partial<State> {
  return { ...(message && { message }), ...(movedTo && { movedTo }), ...(moderation && { moderation }) }
}

function sameState(a: State, b: State): boolean {
  return (
    a.status === b.status &&
    a.message === b.message &&
    a.movedTo === b.movedTo &&
    JSON.stringify(a.moderation) === JSON.stringify(b.moderation)
  )
}

function supersedes(next: Life, latest: Life): boolean {
  if (next.deleted !== latest.deleted) return latest.deleted
  return compareVersions(next, latest) > 0
}

function touch(life: Life, at: number): void {
  life.updatedAt = Math.max(life.updatedAt, at)
}
