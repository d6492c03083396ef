import type { NamespaceOwner } from '../verdict.ts'
import type { Attempt, Proof } from './proof.ts'

/** What is known about who owns one namespace of a change. */
export interface Ownership {
  namespace: string
  /** The first proof that succeeded; absent where none did. */
  proof?: Proof
  /** Every proof that was tried, in order, with what it said or what kept it from saying anything. */
  tried: readonly { proof: Proof; attempt?: Attempt; unreachable?: string; skipped?: string }[]
  /** The owner to write down, where a proof succeeded. */
  owner?: NamespaceOwner
  /** Set where the namespace is recorded for an account, and the proof is for another one. */
  pinnedTo?: NamespaceOwner
}
