/** An account as GitHub knows it. */
export interface GitHubAccount {
  id: number
  login: string
  type: 'User' | 'Organization' | 'Bot'
  /** Milliseconds since 1970. */
  createdAt: number
}

export interface RepositoryOwner {
  id: number
  login: string
  type: 'User' | 'Organization'
}

/**
 * What rules may ask GitHub. Everything is read-only and public. Where GitHub cannot answer (rate limit, 5xx, no
 * connection) the call throws `Unreachable`; `undefined` and `false` are answers.
 */
export interface GitHubFacts {
  account(login: string): Promise<GitHubAccount | undefined>
  isPublicMember(organization: string, login: string): Promise<boolean>
  isTeamMember(organization: string, team: string, login: string): Promise<boolean>
  /** The commit that a branch points at. */
  branchHead(repository: string, branch: string): Promise<string | undefined>
  /** The content of a file on the default branch, at most `maxBytes`. */
  file(repository: string, path: string, maxBytes: number): Promise<Buffer | undefined>
  /** The repository's default branch; `undefined` where there is no such public repository. */
  defaultBranch(repository: string): Promise<string | undefined>
  /**
   * The account that owns a repository; `undefined` where there is no such public repository, or only one that has got
   * another name since.
   */
  repositoryOwner(repository: string): Promise<RepositoryOwner | undefined>
  /** The commit that a tag stands for. */
  tagCommit(repository: string, tag: string): Promise<string | undefined>
  /** The content of a file at a commit; `large` where it has more than `maxBytes`. */
  fileAt(
    repository: string,
    commit: string,
    path: string,
    maxBytes: number,
  ): Promise<Buffer | 'large' | undefined>
  /** How many open pull requests an account has in the registry's repository. */
  openPullRequests(login: string): Promise<number>
}
