import type { Owner } from '../catalog/catalog.ts'

/**
 * What a rule came to. `fail`: the publisher has to change something. `hold`: a maintainer has to look. `error`: the
 * check itself did not work. `skipped`: it was not asked, because it needs the network and there is none.
 */
export type FindingStatus = 'pass' | 'fail' | 'hold' | 'error' | 'skipped'

/** One thing that one rule says about a change. */
export interface GateFinding {
  /** `R` + three digits, or `W` + a number for advice about particular clients, which is always a `pass`. */
  code: string
  status: FindingStatus
  /** The file, relative to the repository, and the 1-based line in its new content. */
  path?: string
  line?: number
  message: string
  fix?: string
  /** The page of the rule: a whole address, or a path of the site where nobody said where it is served. */
  docs: string
}

export type Decision = 'merge' | 'hold' | 'fail' | 'error'

/** What was seen of a package when it was checked, so that a later look can tell whether it is still the same. */
export interface Evidence {
  /** Such as `npm @acme/weather@1.2.0`. */
  package: string
  kind: 'integrity' | 'digest' | 'sha256'
  value: string
}

/** Who a namespace belongs to from now on, or what its owner.json says already. */
export interface NamespaceOwner {
  namespace: string
  owner: Owner
  /** `recorded`: owner.json at the base says so. `new` and `changed`: the registry has to write it. */
  record: 'recorded' | 'new' | 'changed'
  /** How ownership was shown this time. */
  shown?: ShownOwnership
}

/** A proof that succeeded, as a later look at the same commit needs it. */
interface ShownOwnership {
  proof: Owner['proof']
  /** The account that the namespace belongs to by this proof. */
  account?: { id?: number; login: string; type: 'User' | 'Organization' }
  /** Further accounts that the same proof names. */
  others?: { id: number; login: string }[]
}

/** What the registry says about a pull request (`schema/verdict.schema.json`). */
export interface Verdict {
  version: 1
  decision: Decision
  headSha: string
  baseSha: string
  /** By code. Every rule that was asked appears. */
  findings: GateFinding[]
  /** How ownership was shown; of the first namespace, where there are two. */
  proof?: Owner['proof']
  publishes: { name: string; version: string }[]
  /** The namespaces that the change touches, with their owners. */
  owners?: NamespaceOwner[]
  evidence?: Evidence[]
  /** The days that a change of owner has to wait, counted from the opening of the pull request. */
  waitDays?: number
}
