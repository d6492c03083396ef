/** Who opens a pull request, and where its branch lives, as GitHub says; on a laptop, as the flags say. */
export interface Publisher {
  login: string
  /** The numeric account id; absent where only a login was given. */
  id?: number
  type: 'User' | 'Organization' | 'Bot'
  /** The pull request was opened by a GitHub App in somebody's name. */
  viaApp?: boolean
  /** Absent where the fork was deleted. */
  headRepository?: HeadRepository
}

export interface HeadRepository {
  /** `owner/name` */
  fullName: string
  owner: { login: string; id?: number; type: 'User' | 'Organization' }
  /** Whether it is the registry's own repository, where the registry's bots keep their branches. */
  isRegistry: boolean
  /** Whether it is a fork whose parent is the registry. */
  isForkOfRegistry: boolean
  /** The branch that the pull request comes from. */
  branch: string
}
