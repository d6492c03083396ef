import type { BareRepository } from './bare-repository.ts'

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

/** Everything that the stand-in for GitHub knows. Tests change it as people would, the API as GitHub would. */
export interface World {
  repository: BareRepository
  owner: string
  repo: string
  accounts: Map<string, Account>
  /** Permission by login: `admin`, `write` or `read`. */
  permissions: Map<string, string>
  pulls: Map<number, Pull>
  comments: Comment[]
  reviews: Review[]
  checks: CheckRun[]
  issues: Map<number, Issue>
  dispatches: { workflow: string; ref: string }[]
  nextId(): number
  now(): string
}

/** The commit that a pull request has at its head. */
export function headOf(world: World, pull: Pull): string {
  return pull.headSha ?? world.repository.find(`refs/heads/${pull.headBranch}`) ?? '0'.repeat(40)
}
