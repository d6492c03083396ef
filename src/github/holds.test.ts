import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Gate } from '../../tests/support/github/gate.ts'
import type { Pull } from '../../tests/support/github/world.ts'
import { findApproval } from './holds.ts'
import { readPull, toPullRequest } from './pull.ts'
import { openRegistryRepository } from './registry-repository.ts'

let gate: Gate
let pull: Pull

beforeAll(async () => {
  gate = await Gate.open()
  for (const login of ['alice', 'mona', 'mallory']) gate.account(login)
  gate.account('helper', { type: 'Bot' })
  for (const login of ['alice', 'mona', 'helper']) gate.world.permissions.set(login, 'write')
  pull = gate.pull('alice', { 'a.txt': 'a' })
})
afterEach(() => {
  gate.world.reviews.length = 0
})
afterAll(() => gate.close())

async function approver(): Promise<string | undefined> {
  const env = {
    GITHUB_REPOSITORY: 'registry/servers',
    GITHUB_API_URL: gate.server.url,
    REGISTRY_API_PACE: '0',
  }
  const registry = openRegistryRepository(env)
  const answer = await readPull(registry, pull.number)
  return (await findApproval(registry, toPullRequest(answer!)))?.login
}

test('a maintainer who approves of the commit lifts the hold', async () => {
  gate.review(pull, 'maria')
  expect(await approver()).toBe('maria')
})

test('nobody else does: a stranger, the author, a bot, an approval of an older commit', async () => {
  expect(await approver()).toBeUndefined()
  gate.review(pull, 'mallory')
  gate.review(pull, 'alice')
  gate.review(pull, 'helper')
  gate.review(pull, 'maria', 'APPROVED', 'f'.repeat(40))
  expect(await approver()).toBeUndefined()
})

test('the last word of a person counts, and a remark is none', async () => {
  gate.review(pull, 'maria')
  gate.review(pull, 'maria', 'COMMENTED')
  expect(await approver()).toBe('maria')
  gate.review(pull, 'maria', 'DISMISSED')
  expect(await approver()).toBeUndefined()
  gate.review(pull, 'maria')
  gate.review(pull, 'maria', 'CHANGES_REQUESTED')
  expect(await approver()).toBeUndefined()
})

test('one maintainer who asks for changes outweighs another, a stranger does not', async () => {
  gate.review(pull, 'maria')
  gate.review(pull, 'mallory', 'CHANGES_REQUESTED')
  expect(await approver()).toBe('maria')
  gate.review(pull, 'mona', 'CHANGES_REQUESTED')
  expect(await approver()).toBeUndefined()
})
