/** What the comment on a pull request says besides the verdict. On a laptop nothing of it is known. */
export interface CommentFacts {
  /** The registry's repository, as `owner/name`. */
  repository?: string
  /** Where GitHub's pages are; another address on GitHub Enterprise. */
  serverUrl?: string
  /** Where the registry's site is served. */
  siteUrl?: string
  /** The pull request is a draft, which pauses it. */
  draft?: boolean
  /** The login of the maintainer whose review lifted the hold. */
  liftedBy?: string
  /** When an approved change of owner is merged, RFC 3339. */
  mergesAt?: string
  /** When it was merged, RFC 3339. */
  mergedAt?: string
  /** Set once it can be seen by everybody. */
  live?: Live
  /** The workflow run that made the verdict. */
  runUrl?: string
}

export interface Live {
  /** The page of the server, or of the registry where there are several. */
  siteUrl: string
  /** The same in the API. */
  apiUrl: string
  /** How long it took from the opening of the pull request. */
  seconds: number
}

export const GITHUB = 'https://github.com'
