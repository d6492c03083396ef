import { pullBody, reviewBody } from '../bodies.ts'
import { found, NOT_FOUND, refused, type ApiAnswer, type ApiRequest, type Routes } from '../route.ts'
import { headOf, refOf, type Pull, type World } from '../world.ts'

const NEEDS = ['pull-requests'] as const
const STATUSES: Record<string, string> = { A: 'added', M: 'modified', D: 'removed' }

export const PULL_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}/pulls': {
    answer({ world, query }) {
      const wanted = { state: query.get('state'), head: query.get('head'), base: query.get('base') }
      const pulls = [...world.pulls.values()].filter(
        (pull) =>
          (!wanted.state || wanted.state === 'all' || pull.state === wanted.state) &&
          (!wanted.head || `${pull.headOwner}:${pull.headBranch}` === wanted.head) &&
          (!wanted.base || pull.baseBranch === wanted.base),
      )
      if (query.get('direction') !== 'asc') pulls.reverse()
      return found(pulls.map((pull) => pullBody(world, pull)))
    },
  },
  'POST /repos/{owner}/{repo}/pulls': {
    needs: NEEDS,
    byAnybody: true,
    answer({ world, body, login }) {
      const { head = '', base, title, body: text } = body as Record<string, string>
      const [headOwner, headBranch] = head.includes(':')
        ? (head.split(':') as [string, string])
        : [world.owner, head]
      const known = [...world.pulls.values()].find(
        (pull) => pull.headOwner === headOwner && pull.headBranch === headBranch && pull.state === 'open',
      )
      const label = `${headOwner}:${headBranch}`
      if (known) return refused(422, `Validation Failed: A pull request already exists for ${label}.`)
      const commit = world.repository.find(refOf(world, headOwner, `heads/${headBranch}`))
      if (!commit) return refused(422, 'Validation Failed')
      if (world.repository.git(['rev-list', '--count', `refs/heads/${base}..${commit}`]) === '0')
        return refused(422, `Validation Failed: No commits between ${base} and ${label}`)
      const pull: Pull = {
        number: nextNumber(world),
        author: login,
        title: title!,
        body: text ?? '',
        headOwner,
        headBranch,
        baseBranch: base!,
        state: 'open',
        draft: false,
        createdAt: world.now(),
        viaApp: false,
      }
      world.pulls.set(pull.number, pull)
      return { status: 201, body: pullBody(world, pull) }
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
    answer: withPull((pull, { world }) => found(pullBody(world, pull))),
  },
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': {
    needs: NEEDS,
    byAnybody: true,
    answer: withPull((pull, { world, body }) => {
      const { title = pull.title, body: text = pull.body, state = pull.state } = body as Partial<Pull>
      Object.assign(pull, { title, body: text, state })
      return found(pullBody(world, pull))
    }),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    answer: withPull((pull, { world }) => {
      const range = `refs/heads/${pull.baseBranch}...${headOf(world, pull)}`
      const lines = world.repository.git(['diff', '--no-renames', '--name-status', range])
      const files = lines.split('\n').filter(Boolean)
      return found(files.map((line) => ({ filename: line.slice(2), status: STATUSES[line[0]!] })))
    }),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    answer: withPull(({ number }, { world }) =>
      found(world.reviews.filter(({ pull }) => pull === number).map((review) => reviewBody(world, review))),
    ),
  },
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': {
    needs: NEEDS,
    answer: withPull((pull, { world, body, login }) => {
      const { commit_id, body: text, comments } = body as Record<string, string> & { comments: [] }
      if (commit_id !== headOf(world, pull)) return refused(422, 'Validation Failed')
      const review = {
        id: world.nextId(),
        pull: pull.number,
        author: login,
        state: 'COMMENTED' as const,
        commit: commit_id,
        submittedAt: world.now(),
        body: text ?? '',
        comments,
      }
      world.reviews.push(review)
      return found(reviewBody(world, review))
    }),
  },
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': { needs: ['contents'], answer: withPull(merge) },
}

/** Merges by squashing, under the ruleset that asks for a passing `registry/verify`. */
function merge(pull: Pull, { world, body }: ApiRequest): ApiAnswer {
  const head = headOf(world, pull)
  if (pull.state === 'closed' || pull.draft) return refused(405, 'Pull Request is not mergeable')
  if (body.sha !== undefined && body.sha !== head)
    return refused(409, 'Head branch was modified. Review and try the merge again.')
  const runs = world.checks.filter(({ headSha, name }) => headSha === head && name === 'registry/verify')
  if (!['success', 'neutral', 'skipped'].includes(runs.at(-1)?.conclusion ?? '')) {
    return refused(
      405,
      'Repository rule violations found: Required status check "registry/verify" is expected.',
    )
  }
  const message = `${String(body.commit_title)}\n\n${String(body.commit_message)}`
  const commit = world.repository.squash(pull.baseBranch, head, message)
  if (!commit) return refused(405, 'Pull Request has merge conflicts')
  Object.assign(pull, { state: 'closed', mergedAt: world.now(), mergeCommit: commit, headSha: head })
  return found({ sha: commit, merged: true, message: 'Pull Request successfully merged' })
}

function withPull(
  answer: (pull: Pull, request: ApiRequest) => ApiAnswer,
): (request: ApiRequest) => ApiAnswer {
  return (request) => {
    const pull = request.world.pulls.get(Number(request.parameters.pull_number))
    return pull ? answer(pull, request) : NOT_FOUND
  }
}

/** Issues and pull requests share their numbers. */
export function nextNumber({ pulls, issues }: World): number {
  return pulls.size + issues.size + 1
}
