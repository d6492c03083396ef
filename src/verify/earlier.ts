import type { Change } from './change/change.ts'
import type { Verdict } from './verdict.ts'

/**
 * Whether an earlier verdict on the same commit has seen every version that the change adds now. The main branch may
 * have lost one since, which the commit then adds again.
 */
export function covers({ publishes }: Verdict, { publications }: Change): boolean {
  return publications.every(({ name, version }) =>
    publishes.some((known) => known.name === name && known.version === version),
  )
}
