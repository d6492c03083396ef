import type { Octokit } from '@octokit/core'
import type { Proposal } from '../../publish/github/propose.ts'
import type { PullProgress } from '../../publish/github/read-progress.ts'
import type { GitHubDoor } from '../pull/github-door.ts'

export const PULL_URL = 'https://github.com/registry/servers/pull/4812'
const OPENED = '2026-11-26T10:00:00Z'

/** Stations of a pull request: how many of them are behind. */
export function progress(done: number, more: Partial<PullProgress> = {}): PullProgress {
  const names = ['opened', 'checked', 'merged', 'built', 'live'] as const
  const since = [
    OPENED,
    '2026-11-26T10:00:41Z',
    '2026-11-26T10:01:07Z',
    '2026-11-26T10:03:00Z',
    '2026-11-26T10:03:00Z',
  ]
  return {
    number: 4812,
    url: PULL_URL,
    title: 'x',
    state: done > 2 ? 'merged' : 'open',
    headSha: 'a'.repeat(40),
    checked: done > 1 ? 'pass' : 'waiting',
    findings: [],
    publishes: [],
    live: done === 5,
    stations: names.map((name, index) => ({
      name,
      state: index < done ? 'done' : index === done ? 'now' : 'waiting',
      ...(index < done && { since: since[index]! }),
    })),
    ...more,
  }
}

/** GitHub, where `acme` is signed in. `proposals` takes what is proposed. */
export function gitHub(steps: PullProgress[], proposals: Proposal[] = []): Partial<GitHubDoor> {
  return {
    findToken: async () => ({ token: 'secret', how: 'gh' }),
    connect: () => ({}) as Octokit,
    whoAmI: async () => ({ login: 'acme', id: 7 }),
    openPullFor: async () => undefined,
    async propose(_octokit, _repository, proposal, tell = () => {}) {
      proposals.push(proposal)
      tell({ kind: 'fork', repository: 'acme/servers', isNew: true })
      tell({ kind: 'commit', repository: 'acme/servers', branch: proposal.branch, sha: 'a'.repeat(40) })
      tell({ kind: 'pull', number: 4812, url: PULL_URL, isUpdate: false })
      return { number: 4812, url: PULL_URL, headSha: 'a'.repeat(40), isUpdate: false }
    },
    async *follow() {
      yield* steps
    },
  }
}
