import { setTimeout } from 'node:timers/promises'
import type { Octokit } from '@octokit/core'
import type { Etags } from './conditional.ts'
import { readProgress, type PullProgress } from './read-progress.ts'

export interface FollowOptions {
  signal?: AbortSignal | undefined
  /** Waits, in milliseconds; may end early. */
  sleep?: ((milliseconds: number) => Promise<unknown>) | undefined
  /** Nobody waits longer than that; a quarter of an hour. */
  limitMs?: number | undefined
  /** The head that was pushed just now. What GitHub says of an older one is no end. */
  headSha?: string | undefined
  /** Asks the registry; GitHub is asked by the client. */
  fetch?: typeof globalThis.fetch | undefined
}

const QUARTER_OF_AN_HOUR = 15 * 60 * 1000
const SHORTEST_PAUSE = 5000
const LONGEST_PAUSE = 15_000
/** GitHub shows a push within seconds; after this, somebody has pushed something else. */
const PUSH_SHOWS_WITHIN = 30_000
/** Attempts in a row without an answer, after which there is no use. */
const PATIENCE = 5

/**
 * Watches a pull request on its way: gives its progress at the start and whenever it has changed. Ends when it is live,
 * when nothing more will happen by itself (it failed, is held, or was closed), at the limit, or when `signal` says so.
 *
 * @param registryUrl where the registry is served, with a `/` at the end
 * @throws RegistryError R640–R644, where GitHub does not answer five times in a row
 */
export async function* follow(
  octokit: Octokit,
  repository: string,
  number: number,
  registryUrl: string,
  { signal, sleep = sleepFor(signal), limitMs = QUARTER_OF_AN_HOUR, headSha, fetch }: FollowOptions = {},
): AsyncGenerator<PullProgress, void> {
  const etags: Etags = new Map()
  const start = Date.now()
  let shown = ''
  let failures = 0
  let pause = SHORTEST_PAUSE
  while (!signal?.aborted) {
    const progress = await readProgress(octokit, repository, number, registryUrl, etags, {
      signal,
      fetch,
    }).catch((error: unknown) => {
      if (signal?.aborted) return undefined
      if (!isPassing(error) || ++failures === PATIENCE) throw error
      return undefined
    })
    if (progress) {
      failures = 0
      const now = JSON.stringify(progress)
      pause = now === shown ? Math.min(LONGEST_PAUSE, pause * 1.25) : SHORTEST_PAUSE
      if (now !== shown) yield progress
      shown = now
      const isShown = headSha === undefined || progress.headSha === headSha
      if (isOver(progress)) return
      if (needsSomebody(progress) && (isShown || Date.now() - start > PUSH_SHOWS_WITHIN)) return
    }
    if (Date.now() + pause - start > limitMs) return
    await sleep(pause)
  }
}

function isOver({ state, live }: PullProgress): boolean {
  return live || state === 'closed'
}

/** Nothing more happens by itself. */
function needsSomebody({ state, checked, stations }: PullProgress): boolean {
  return state === 'open' && (checked === 'fail' || stations.some((station) => station.state === 'held'))
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'R643'
}

function sleepFor(signal: AbortSignal | undefined): (milliseconds: number) => Promise<unknown> {
  return (milliseconds) => setTimeout(milliseconds, undefined, { signal }).catch(() => {})
}
