import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Gate } from '../../tests/support/github/gate.ts'
import { Unreachable } from '../verify/net/unreachable.ts'
import { gitHubFacts } from './facts.ts'
import { connectToGitHub } from './octokit.ts'

let gate: Gate

beforeAll(async () => {
  gate = await Gate.open()
  gate.account('alice', { id: 11, createdAt: '2020-02-03T04:05:06Z' })
  gate.account('acme', { id: 33, type: 'Organization', publicMembers: ['alice'] })
})
afterEach(() => {
  gate.server.faults.length = 0
})
afterAll(() => gate.close())

function facts() {
  const client = connectToGitHub({ GITHUB_API_URL: gate.server.url, REGISTRY_API_PACE: '0' })
  return gitHubFacts(client, 'registry/servers')
}

test('answers without a token, and takes 404 for an answer', async () => {
  const ask = facts()
  const createdAt = Date.UTC(2020, 1, 3, 4, 5, 6)
  expect(await ask.account('Alice')).toEqual({ id: 11, login: 'alice', type: 'User', createdAt })
  expect(await ask.account('nobody')).toBeUndefined()
  expect(await ask.isPublicMember('acme', 'alice')).toBe(true)
  expect(await ask.isPublicMember('acme', 'bob')).toBe(false)
  expect(await ask.defaultBranch('registry/servers')).toBe('main')
  expect(await ask.defaultBranch('registry/other')).toBeUndefined()
  expect(await ask.file('acme/.github', 'mcp-registry.json', 1000)).toBeUndefined()
})

test('knows the head of a branch, and how many pull requests somebody has open', async () => {
  const first = gate.pull('alice', { 'a.txt': 'a' })
  gate.pull('alice', { 'b.txt': 'b' }, { state: 'closed' })
  expect(await facts().branchHead('alice/servers', first.headBranch)).toBe(first.headSha)
  expect(await facts().branchHead('alice/servers', 'gone')).toBeUndefined()
  expect(await facts().openPullRequests('ALICE')).toBe(1)
})

test('asks every question once', async () => {
  const ask = facts()
  const before = gate.server.calls.length
  await Promise.all([ask.account('alice'), ask.account('alice'), ask.openPullRequests('alice')])
  await ask.openPullRequests('bob')
  expect(gate.server.calls.length - before).toBe(2)
})

test.each(['500', 'rate limit', 'reset'] as const)(
  'an answer of "%s" is none, and is not remembered',
  async (how) => {
    const ask = facts()
    gate.server.faults.push({ strikes: () => true, how, when: 'before' })
    await expect(ask.account('alice')).rejects.toThrow(Unreachable)
    gate.server.faults.length = 0
    expect(await ask.account('alice')).toMatchObject({ id: 11 })
  },
)

test('a hiccup is got over', async () => {
  let left = 2
  gate.server.faults.push({ strikes: () => left-- > 0, how: '500', when: 'before' })
  expect(await facts().account('alice')).toMatchObject({ id: 11 })
})

test('the new name of a renamed account or repository is somebody else', async () => {
  const server = createServer((request, response) => {
    const to = request.url!.includes('/old') ? request.url!.replace('old', 'new') : undefined
    response.writeHead(to ? 301 : 200, { 'content-type': 'application/json', ...(to && { location: to }) })
    response.end(
      JSON.stringify(to ? { message: 'Moved Permanently' } : { id: 1, login: 'new', type: 'User' }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = gitHubFacts(
    connectToGitHub({ GITHUB_API_URL: url, REGISTRY_API_PACE: '0' }),
    'registry/servers',
  )
  expect(await ask.account('new')).toMatchObject({ login: 'new' })
  expect(await ask.account('old')).toBeUndefined()
  expect(await ask.defaultBranch('old/servers')).toBeUndefined()
  server.closeAllConnections()
  server.close()
})
