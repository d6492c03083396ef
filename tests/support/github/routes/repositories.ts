import { repositoryBody } from '../bodies.ts'
import { found, NOT_FOUND, refused, type ApiAnswer, type Routes } from '../route.ts'
import { addFork, forkOf, headOf, refOf, type World } from '../world.ts'

export const REPOSITORY_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}': {
    answer({ world, parameters: { owner = '', repo } }) {
      if (owner === world.owner) return repo === world.repo ? found(repositoryBody(world, owner)) : NOT_FOUND
      const fork = forkOf(world, owner)
      if (fork?.name !== repo) return NOT_FOUND
      const parent = repositoryBody(world, world.owner)
      return found({ ...repositoryBody(world, fork!.owner), parent, source: parent })
    },
  },
  'POST /repos/{owner}/{repo}/forks': {
    needs: ['contents'],
    byAnybody: true,
    answer({ world, login }) {
      if (world.settings.allow_forking === false) {
        return refused(403, 'The repository exists, but forking is disabled.')
      }
      if (!forkOf(world, login)) {
        const fork = { owner: login, name: world.repo, readyAt: Date.now() + world.forkDelay }
        addFork(world, fork, world.repository.find('refs/heads/main')!)
      }
      return { status: 202, body: repositoryBody(world, login) }
    },
  },
  'GET /repos/{owner}/{repo}/contents/{path}': {
    answer({ world, parameters: { owner, path = '' } }) {
      const text = owner === world.owner ? world.repository.read('refs/heads/main', path) : undefined
      if (text === undefined) return NOT_FOUND
      const content = Buffer.from(text).toString('base64')
      return found({ type: 'file', encoding: 'base64', size: text.length, path, content })
    },
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': {
    answer({ world, parameters: { basehead = '' } }) {
      const [base = '', head = ''] = basehead.split('...')
      const [owner, branch] = head.includes(':') ? (head.split(':') as [string, string]) : [world.owner, head]
      const tip = world.repository.find(refOf(world, owner, `heads/${branch}`))
      if (!tip) return NOT_FOUND
      const sha = world.repository.git(['merge-base', `refs/heads/${base}`, tip])
      return found({ merge_base_commit: { sha } })
    },
  },
  'GET /repos/{owner}/{repo}/git/ref/{ref}': {
    answer({ world, parameters: { owner = '', ref = '' } }) {
      if ((forkOf(world, owner)?.readyAt ?? 0) > Date.now()) return refused(409, 'Git Repository is empty.')
      const branch = ref.replace('heads/', '')
      const pull = [...world.pulls.values()].find(
        (item) => item.headOwner === owner && item.headBranch === branch,
      )
      const sha = pull ? headOf(world, pull) : world.repository.find(refOf(world, owner, ref))
      return sha ? found({ ref: `refs/${ref}`, object: { type: 'commit', sha } }) : NOT_FOUND
    },
  },
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': {
    answer({ world, parameters }) {
      const lines = world.repository.git(['for-each-ref', '--format=%(objectname) %(refname)']).split('\n')
      const refs = lines.map((line) => line.split(' ') as [string, string])
      const matching = refs.filter(([, ref]) => ref.startsWith(`refs/${parameters.ref}`))
      return found(matching.map(([sha, ref]) => ({ ref, object: { type: 'commit', sha } })))
    },
  },
  'POST /repos/{owner}/{repo}/git/trees': {
    needs: ['contents'],
    answer({ world, body }) {
      const items = body.tree as { path: string; content?: string }[]
      const files = Object.fromEntries(items.map(({ path, content = null }) => [path, content]))
      // A tree is made by way of a commit that nothing points to afterwards.
      const scratch = `refs/scratch/${world.nextId()}`
      const base = world.repository.git(['commit-tree', String(body.base_tree), '-m', 'Base'])
      world.repository.commit(scratch, files, { from: base })
      const sha = world.repository.find(`${scratch}^{tree}`)
      world.repository.git(['update-ref', '-d', scratch])
      return { status: 201, body: { sha, url: 'https://github.test/', truncated: false, tree: [] } }
    },
  },
  'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': {
    answer({ world, parameters: { commit_sha: sha = '' } }) {
      const tree = world.repository.find(`${sha}^{tree}`)
      return tree ? found({ sha, tree: { sha: tree, url: 'https://github.test/' } }) : NOT_FOUND
    },
  },
  'POST /repos/{owner}/{repo}/git/commits': {
    needs: ['contents'],
    answer({ world, body }) {
      const parents = (body.parents as string[]).flatMap((parent) => ['-p', parent])
      const sha = world.repository.git(
        ['commit-tree', String(body.tree), ...parents, '-F', '-'],
        String(body.message),
      )
      return { status: 201, body: { sha, message: body.message } }
    },
  },
  'POST /repos/{owner}/{repo}/git/refs': {
    needs: ['contents'],
    answer({ world, parameters: { owner = '' }, body, scopes }) {
      const { ref, sha } = body as { ref: string; sha: string }
      const own = refOf(world, owner, ref.replace(/^refs\//, ''))
      if (world.repository.find(own)) return refused(422, 'Reference already exists')
      const refusal = workflowRefusal(world, owner, sha, scopes)
      if (refusal) return refusal
      world.repository.git(['update-ref', own, sha])
      return { status: 201, body: { ref, object: { type: 'commit', sha } } }
    },
  },
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': {
    needs: ['contents'],
    answer({ world, parameters: { owner = '', ref = '' }, body, scopes }) {
      const [own, sha] = [refOf(world, owner, ref), String(body.sha)]
      const before = world.repository.find(own)
      if (!before) return refused(422, 'Reference does not exist')
      const refusal = workflowRefusal(world, owner, sha, scopes)
      if (refusal) return refusal
      if (!body.force && world.repository.git(['rev-list', '--count', `${sha}..${before}`]) !== '0')
        return refused(422, 'Update is not a fast forward')
      world.repository.git(['update-ref', own, sha])
      return found({ ref: `refs/${ref}`, object: { type: 'commit', sha } })
    },
  },
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': {
    needs: ['contents'],
    answer({ world, parameters }) {
      const ref = `refs/${parameters.ref}`
      if (!world.repository.find(ref)) return refused(422, 'Reference does not exist')
      world.repository.git(['update-ref', '-d', ref])
      const branch = ref.replace('refs/heads/', '')
      for (const pull of world.pulls.values()) {
        if (pull.headOwner === world.owner && pull.headBranch === branch) pull.state = 'closed'
      }
      return { status: 204 }
    },
  },
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': {
    needs: ['actions'],
    answer({ world, parameters, body }) {
      world.dispatches.push({ workflow: parameters.workflow_id!, ref: String(body.ref) })
      return { status: 204 }
    },
  },
}

/**
 * People's tokens without the scope `workflow` bring no workflow into a repository, unless another of its branches has the
 * same file already.
 */
function workflowRefusal(
  world: World,
  owner: string,
  commit: string,
  scopes: readonly string[] | undefined,
): ApiAnswer | undefined {
  if (!scopes || scopes.includes('workflow')) return undefined
  const branches = world.repository.git([
    'for-each-ref',
    '--format=%(objectname)',
    refOf(world, owner, 'heads/'),
  ])
  const known = new Set(branches.split('\n').flatMap((branch) => workflowsAt(world, branch)))
  const brought = workflowsAt(world, commit).find((workflow) => !known.has(workflow))
  if (brought === undefined) return undefined
  const [, path] = brought.split('\t')
  return refused(
    422,
    `refusing to allow an OAuth App to create or update workflow \`${path}\` without \`workflow\` scope`,
  )
}

/** Blob and path of each. */
function workflowsAt({ repository }: World, commit: string): string[] {
  const lines = repository.git(['ls-tree', '-r', commit, '--', '.github/workflows'])
  return lines.split('\n').filter(Boolean)
}
