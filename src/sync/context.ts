/** What a run needs from the world. Tests bring their own. */
export interface SyncContext {
  fetch: typeof fetch
  sleep: (milliseconds: number) => Promise<void>
  /** Microseconds since 1970. */
  now: () => number
  progress: Progress
}

/** Told how far a run has come. `total` is absent where nobody knows it. */
export type Progress = (phase: 'read' | 'write', done: number, total?: number) => void
