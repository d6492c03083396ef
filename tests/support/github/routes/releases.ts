import type { ReleasedRepository } from '../released-repository.ts'
import { found, NOT_FOUND, type ApiAnswer, type ApiRequest, type Routes } from '../route.ts'
import { REPOSITORY_ROUTES } from './repositories.ts'

/** What GitHub says about repositories with releases; about all others, what it says anyway. */
export const RELEASE_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}/releases': {
    answer: ofReleased(({ releases }) =>
      found(
        releases.map(({ tag, draft, prerelease, publishedAt }) => ({
          tag_name: tag,
          name: tag,
          draft,
          prerelease,
          published_at: draft ? null : publishedAt,
          created_at: publishedAt,
        })),
      ),
    ),
  },
  ...besides('GET /repos/{owner}/{repo}', ({ owner, private: isPrivate }, { world, parameters }) => {
    const { id, login, type } = world.accounts.get(owner.toLowerCase())!
    const { repo } = parameters
    return found({
      id: 7_000_000,
      name: repo,
      full_name: `${login}/${repo}`,
      owner: { login, id, type },
      private: isPrivate,
      fork: false,
      default_branch: 'main',
      visibility: isPrivate ? 'private' : 'public',
    })
  }),
  ...besides('GET /repos/{owner}/{repo}/git/ref/{ref}', ({ repository }, { parameters }) => {
    const sha = repository.find(`refs/${parameters.ref}`)
    if (!sha) return NOT_FOUND
    return found({
      ref: `refs/${parameters.ref}`,
      object: { type: repository.git(['cat-file', '-t', sha]), sha },
    })
  }),
  'GET /repos/{owner}/{repo}/git/tags/{tag_sha}': {
    answer: ofReleased(({ repository }, { parameters }) => {
      const sha = repository.find(`${parameters.tag_sha}^{}`)
      return sha ? found({ sha: parameters.tag_sha, object: { type: 'commit', sha } }) : NOT_FOUND
    }),
  },
  ...besides(
    'GET /repos/{owner}/{repo}/contents/{path}',
    ({ repository }, { parameters: { path = '' }, query }) => {
      const text = repository.read(query.get('ref') ?? 'main', path)
      if (text === undefined) return NOT_FOUND
      const content = Buffer.from(text).toString('base64')
      const name = path.split('/').at(-1)
      return found({ type: 'file', encoding: 'base64', size: Buffer.byteLength(text), name, path, content })
    },
  ),
}

type Answer = (repository: ReleasedRepository, request: ApiRequest) => ApiAnswer

function ofReleased(answer: Answer): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    const { owner, repo } = request.parameters
    const repository = request.world.released.get(`${owner}/${repo}`.toLowerCase())
    return repository ? answer(repository, request) : NOT_FOUND
  }
}

/** A route that the registry and its forks have too. */
function besides(operation: string, answer: Answer): Routes {
  const others = REPOSITORY_ROUTES[operation]!
  return {
    [operation]: {
      answer(request) {
        const { owner, repo } = request.parameters
        const repository = request.world.released.get(`${owner}/${repo}`.toLowerCase())
        return repository ? answer(repository, request) : others.answer(request)
      },
    },
  }
}
