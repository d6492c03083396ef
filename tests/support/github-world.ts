import type { GitHubFacts } from '../../src/verify/github-facts.ts'
import { Unreachable } from '../../src/verify/net/unreachable.ts'

/** What GitHub knows in a test, as test cases write it down. Whatever is not here does not exist. */
export interface World {
  accounts: Record<string, { id: number; type?: 'User' | 'Organization' | 'Bot'; createdAt?: string }>
  /** Organisation → logins of its public members. */
  members?: Record<string, string[]>
  /** `organisation/team` → logins. */
  teams?: Record<string, string[]>
  /** `owner/repository` → branch → commit; `HEAD` stands for the head of the pull request. */
  branches?: Record<string, Record<string, string>>
  /** `owner/repository` → path → content of the default branch. */
  files?: Record<string, Record<string, string>>
  /** `owner/repository` → its owner, its tags with their commits, and the files of these commits. */
  repositories?: Record<
    string,
    {
      owner: { id: number; login: string; type?: 'User' | 'Organization' }
      tags: Record<string, string>
      files: Record<string, Record<string, string>>
    }
  >
  /** Login → number of open pull requests; 1 unless said otherwise. */
  openPullRequests?: Record<string, number>
  /** GitHub answers nothing but this. */
  down?: string
}

/** `GitHubFacts` of a world; `head` is the commit that `HEAD` stands for. */
export function factsOf(world: World, head: string): GitHubFacts {
  const answer = async <T>(find: () => T): Promise<T> => {
    if (world.down !== undefined) throw new Unreachable(world.down)
    return find()
  }
  const includes = (logins: string[] | undefined, login: string): boolean =>
    (logins ?? []).some((known) => known.toLowerCase() === login.toLowerCase())
  return {
    account: (login) =>
      answer(() => {
        const name = Object.keys(world.accounts).find((known) => known.toLowerCase() === login.toLowerCase())
        if (name === undefined) return undefined
        const { id, type = 'User', createdAt = '2020-01-01T00:00:00Z' } = world.accounts[name]!
        return { id, login: name, type, createdAt: Date.parse(createdAt) }
      }),
    isPublicMember: (organization, login) => answer(() => includes(world.members?.[organization], login)),
    isTeamMember: (organization, team, login) =>
      answer(() => includes(world.teams?.[`${organization}/${team}`], login)),
    branchHead: (repository, branch) =>
      answer(() => {
        const commit = world.branches?.[repository]?.[branch]
        return commit === 'HEAD' ? head : commit
      }),
    file: (repository, path) =>
      answer(() => {
        const text = world.files?.[repository]?.[path]
        return text === undefined ? undefined : Buffer.from(text)
      }),
    defaultBranch: (repository) => answer(() => (world.branches?.[repository] ? 'main' : undefined)),
    repositoryOwner: (repository) =>
      answer(() => {
        const owner = world.repositories?.[repository]?.owner
        return owner && { type: 'User' as const, ...owner }
      }),
    tagCommit: (repository, tag) => answer(() => world.repositories?.[repository]?.tags[tag]),
    fileAt: (repository, commit, path, maxBytes) =>
      answer(() => {
        const text = world.repositories?.[repository]?.files[commit]?.[path]
        if (text === undefined) return undefined
        return text.length > maxBytes ? ('large' as const) : Buffer.from(text)
      }),
    openPullRequests: (login) => answer(() => world.openPullRequests?.[login] ?? 1),
  }
}
