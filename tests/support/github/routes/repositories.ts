import { repositoryBody } from '../bodies.ts'
import { found, NOT_FOUND, refused, type Routes } from '../route.ts'
import { headOf } from '../world.ts'

export const REPOSITORY_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}': {
    answer({ world, parameters: { owner = '', repo } }) {
      if (repo !== world.repo || !world.accounts.has(owner.toLowerCase())) return NOT_FOUND
      const body = repositoryBody(world, owner)
      return found(owner === world.owner ? body : { ...body, parent: repositoryBody(world, world.owner) })
    },
  },
  'GET /repos/{owner}/{repo}/contents/{path}': { answer: () => NOT_FOUND },
  'GET /repos/{owner}/{repo}/git/ref/{ref}': {
    answer({ world, parameters: { owner, ref = '' } }) {
      const branch = ref.replace('heads/', '')
      const pull = [...world.pulls.values()].find(
        (item) => item.headOwner === owner && item.headBranch === branch,
      )
      if (!pull) return NOT_FOUND
      return found({ ref: `refs/${ref}`, object: { type: 'commit', sha: headOf(world, pull) } })
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
      const items = body.tree as { path: string; content: string }[]
      const files = Object.fromEntries(items.map(({ path, content }) => [path, content]))
      // A tree is made by way of a commit that nothing points to afterwards.
      const scratch = `refs/scratch/${world.nextId()}`
      const base = world.repository.git(['commit-tree', String(body.base_tree), '-m', 'Base'])
      world.repository.commit(scratch, files, { from: base })
      const sha = world.repository.find(`${scratch}^{tree}`)
      world.repository.git(['update-ref', '-d', scratch])
      return { status: 201, body: { sha, url: 'https://github.test/', truncated: false, tree: [] } }
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
    answer({ world, body }) {
      const { ref, sha } = body as { ref: string; sha: string }
      if (world.repository.find(ref)) return refused(422, 'Reference already exists')
      world.repository.git(['update-ref', ref, sha])
      return { status: 201, body: { ref, object: { type: 'commit', sha } } }
    },
  },
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': {
    needs: ['contents'],
    answer({ world, parameters, body }) {
      const ref = `refs/${parameters.ref}`
      if (!world.repository.find(ref)) return refused(422, 'Reference does not exist')
      world.repository.git(['update-ref', ref, String(body.sha)])
      return found({ ref, object: { type: 'commit', sha: body.sha } })
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
