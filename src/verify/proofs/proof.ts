import type { Owner } from '../../catalog/catalog.ts'
import type { Change } from '../change/change.ts'
import type { Context } from '../context.ts'
import type { Publisher } from '../publisher.ts'

/** One way to show that a publisher may speak for a namespace. One file each; `index.ts` lists them, cheapest first. */
export interface Proof {
  readonly kind: Owner['proof']
  /** Its name for people, in front of what it saw: `DNS`. */
  readonly title: string
  /** Asks third parties (domains), not only GitHub; see `GateRule.network`. */
  readonly network?: true
  /** Whose pull requests it alone can speak for, whatever the kind of namespace. */
  concerns?(publisher: Publisher): boolean
  /** Tries it. A proof that has nothing to do with this kind of namespace gives `undefined`. Throws `Unreachable`. */
  attempt(namespace: string, change: Change, context: Context): Promise<Attempt | undefined>
}

export type Attempt =
  | {
      proved: true
      /**
       * The GitHub account that the namespace belongs to by this proof; absent for a domain that publishes a key only, and
       * where the operator's policy says who may publish.
       */
      account?: { id?: number; login: string; type: 'User' | 'Organization' }
      /** Further accounts that the same proof names. */
      others?: { id: number; login: string }[]
      /** What was seen, as a sentence. */
      saw: string
    }
  | {
      proved: false
      /** What was looked for and seen, as a sentence. */
      saw: string
      /** The one step that would make this proof succeed, as a sentence. */
      fix: string
    }
