import type { BareRepository } from './bare-repository.ts'
import type { ReleasedRepository } from './released-repository.ts'

export interface Account {
  id: number
  login: string
  type: 'User' | 'Organization' | 'Bot'
  createdAt: string
  /** For an organization: the logins of its public members. */
  publicMembers?: string[]
}

export interface Pull {
  number: number
  author: string
  title: string
  body: string
  /** The login that the head's repository belongs to, or the registry's own. */
  headOwner: string
  headBranch: string
  /** Absent where the head's repository is the registry's: its branch says. */
  headSha?: string
  baseBranch: string
  state: 'open' | 'closed'
  draft: boolean
  createdAt: string
  mergedAt?: string
  mergeCommit?: string
  viaApp: boolean
}

export interface Comment {
  id: number
  issue: number
  author: string
  body: string
  /** Every text that it has had. */
  history: string[]
}

export interface Review {
  id: number
  pull: number
  author: string
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  commit: string
  submittedAt: string
  body?: string
  /** Remarks on lines. */
  comments?: Record<string, unknown>[]
}

export interface CheckRun {
  id: number
  app: string
  name: string
  headSha: string
  externalId: string
  status: string
  conclusion: string | null
  completedAt: string | null
  output: { title: string | null; summary: string | null; text: string | null }
  annotations: Record<string, unknown>[]
}

export interface Issue {
  number: number
  author: string
  title: string
  body: string
  state: 'open' | 'closed'
}

/** A copy of the registry in an account of somebody's. Its branches are in the registry's own store, as on GitHub. */
export interface Fork {
  owner: string
  name: string
  /** From when on it has branches, in milliseconds since 1970. */
  readyAt: number
  archived?: boolean
}

/** Everything that the stand-in for GitHub knows. Tests change it as people would, the API as GitHub would. */
export interface World {
  repository: BareRepository
  owner: string
  repo: string
  /** What its owner has chosen. */
  settings: {
    archived?: boolean
    private?: boolean
    allow_forking?: boolean
    /** Of the one who asks. */
    permissions?: { admin: boolean; pull: boolean; push: boolean }
  }
  forks: Fork[]
  /** How long GitHub takes to fill a new fork, in milliseconds. */
  forkDelay: number
  accounts: Map<string, Account>
  /** Permission by login: `admin`, `write` or `read`. */
  permissions: Map<string, string>
  pulls: Map<number, Pull>
  comments: Comment[]
  reviews: Review[]
  checks: CheckRun[]
  issues: Map<number, Issue>
  /** By `owner/name` in lower case; where one is renamed, its old name answers nothing. */
  released: Map<string, ReleasedRepository>
  dispatches: { workflow: string; ref: string }[]
  nextId(): number
  now(): string
}

/** The commit that a pull request has at its head. */
export function headOf(world: World, pull: Pull): string {
  const branch = refOf(world, pull.headOwner, `heads/${pull.headBranch}`)
  return pull.headSha ?? world.repository.find(branch) ?? '0'.repeat(40)
}

/** Where the store keeps a reference of the registry, or of somebody's fork. */
export function refOf({ owner: registry }: World, owner: string, ref: string): string {
  return owner === registry ? `refs/${ref}` : `refs/forks/${owner.toLowerCase()}/${ref}`
}

export function forkOf({ forks }: World, owner: string): Fork | undefined {
  return forks.find((fork) => fork.owner.toLowerCase() === owner.toLowerCase())
}

/** Begins a fork whose default branch is at a commit. */
export function addFork(world: World, fork: Fork, commit: string): void {
  world.forks.push(fork)
  world.repository.git(['update-ref', refOf(world, fork.owner, 'heads/main'), commit])
}
