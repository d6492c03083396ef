import { temporaryFolder, type Files } from '../git-repository.ts'
import { BareRepository } from './bare-repository.ts'

/** Somebody's repository with releases, which the stand-in knows besides the registry and its forks. */
export interface ReleasedRepository {
  /** The login of its owner; another one after a transfer. */
  owner: string
  repository: BareRepository
  releases: { tag: string; draft: boolean; prerelease: boolean; publishedAt: string }[]
  private: boolean
}

export function releasedRepository(owner: string): ReleasedRepository {
  const repository = new BareRepository(temporaryFolder(), Math.floor(Date.now() / 1000) - 3600)
  repository.commit('refs/heads/main', { 'README.md': 'Hello' })
  return { owner, repository, releases: [], private: false }
}

/** Commits files, tags the commit and publishes a release of it; the newest comes first, as on GitHub. */
export function release(
  { repository, releases }: ReleasedRepository,
  tag: string,
  files: Files = {},
  more: Partial<ReleasedRepository['releases'][number]> & { annotated?: boolean } = {},
): string {
  const { annotated = false, ...flags } = more
  const commit = repository.commit('refs/heads/main', files, { message: `Release ${tag}` })
  repository.git(['tag', '--force', ...(annotated ? ['-a', '-m', tag] : []), tag, commit])
  const publishedAt = `${new Date().toISOString().slice(0, 19)}Z`
  releases.unshift({ tag, draft: false, prerelease: false, publishedAt, ...flags })
  return commit
}
