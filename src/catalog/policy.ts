import type { Owner } from './catalog.ts'

/** What the operator decided about pull requests: the key `policy` of registry.config.json, complete. */
export interface Policy {
  /** Who may own which namespaces; the first pattern that fits a namespace counts. */
  namespaces: NamespacePolicy[]
  /** Accounts younger than this many days are looked at by a maintainer. 0: none. */
  newAccountDays: number
  /** An account with more open pull requests than this waits for a maintainer. 0: no limit. */
  openPullRequests: number
  /** Words that only these namespaces may use in a namespace or a name; others wait for a maintainer. */
  protectedWords: Record<string, string[]>
  /** How long a change of owner waits after a maintainer has approved of it. */
  ownerChangeDays: number
  /** Addresses that are asked instead of the public package registries. */
  packages: Partial<Record<PackageMirror, string>>
}

export type PackageMirror = 'npm' | 'pypi' | 'nuget' | 'cargo' | 'oci'

export interface NamespacePolicy {
  /** A namespace, with `*` for any characters but `.`, and `**` for any. */
  pattern: string
  /** The proofs that count; all of them where absent. */
  proofs?: Owner['proof'][]
  /** Numeric ids of GitHub accounts that own the namespace without any other proof. */
  accounts?: number[]
  /** GitHub teams (`organization/team`) whose members own it without any other proof. */
  teams?: string[]
}

export const DEFAULT_POLICY: Policy = {
  namespaces: [],
  newAccountDays: 30,
  openPullRequests: 5,
  protectedWords: {},
  ownerChangeDays: 7,
  packages: {},
}
