import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectToGitHub } from '../../src/github/octokit.ts'
import { GitHubContract } from '../support/github/contract.ts'
import { Gate } from '../support/github/gate.ts'

let gate: Gate

beforeAll(async () => {
  gate = await Gate.open()
})
afterAll(() => gate.server.stop())

test('what GitHub would not say is noticed', () => {
  const contract = new GitHubContract()
  const operation = 'GET /users/{username}'
  const user = contract.complete(operation, 200, {
    login: 'alice',
    id: 1,
    user_view_type: 'public',
  }) as object
  expect(contract.answerFaults(operation, 200, user)).toEqual([])
  expect(contract.answerFaults(operation, 200, { ...user, id: 'one' }).join()).toContain(
    '/id must be integer',
  )
  expect(contract.answerFaults(operation, 200, undefined)).not.toEqual([])
  expect(contract.answerFaults(operation, 204, undefined)).toEqual([`${operation}: GitHub has no answer 204`])
})

test('what GitHub would not understand is noticed, and so is what the stand-in does not know', async () => {
  const client = connectToGitHub({
    GITHUB_API_URL: gate.server.url,
    GITHUB_TOKEN: 'report',
    REGISTRY_API_PACE: '0',
  })
  const at = { owner: 'registry', repo: 'servers' }
  await client.request('POST /repos/{owner}/{repo}/check-runs', {
    ...at,
    name: 'x',
    head_sha: 5 as never,
    status: 'completed',
    conclusion: 'neutral',
  })
  await client.request('GET /repos/{owner}/{repo}/tags', at).catch(() => {})
  const problems = gate.server.problems.join('\n')
  expect(problems).toContain('POST /repos/{owner}/{repo}/check-runs request: /head_sha must be string')
  expect(problems).toContain('the stand-in has no GET /repos/registry/servers/tags')
})
