import { checkBody } from '../bodies.ts'
import { found, NOT_FOUND, type Routes } from '../route.ts'
import type { CheckRun } from '../world.ts'

interface CheckRequest {
  name: string
  head_sha: string
  external_id?: string
  status: string
  conclusion?: string
  completed_at?: string
  output?: { title: string; summary: string; text?: string; annotations?: Record<string, unknown>[] }
}

export const CHECK_ROUTES: Routes = {
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
    answer({ world, parameters, query }) {
      const name = query.get('check_name')
      const ofCommit = world.checks.filter(
        (run) => run.headSha === parameters.ref && (!name || run.name === name),
      )
      // The latest only, unless all are asked for: a forged run may be the latest.
      const runs = query.get('filter') === 'all' ? ofCommit : ofCommit.slice(-1)
      return found({ total_count: runs.length, check_runs: runs.map(checkBody) })
    },
  },
  'POST /repos/{owner}/{repo}/check-runs': {
    needs: ['checks'],
    answer({ world, body, login }) {
      const { name, head_sha, external_id, status, conclusion, completed_at, output } =
        body as unknown as CheckRequest
      const run: CheckRun = {
        id: world.nextId(),
        app: login.replace('[bot]', ''),
        name,
        headSha: head_sha,
        externalId: external_id ?? '',
        status,
        conclusion: conclusion ?? null,
        completedAt: completed_at ?? null,
        output: {
          title: output?.title ?? null,
          summary: output?.summary ?? null,
          text: output?.text ?? null,
        },
        annotations: output?.annotations ?? [],
      }
      world.checks.push(run)
      return { status: 201, body: checkBody(run) }
    },
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    needs: ['checks'],
    answer({ world, parameters, body }) {
      const run = world.checks.find(({ id }) => id === Number(parameters.check_run_id))
      if (!run) return NOT_FOUND
      run.annotations.push(...((body as unknown as CheckRequest).output?.annotations ?? []))
      return found(checkBody(run))
    },
  },
}
