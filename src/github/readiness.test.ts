import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Gate } from '../../tests/support/github/gate.ts'
import type { Verdict } from '../verify/verdict.ts'
import { readPull, toPullRequest, type PullRequest } from './pull.ts'
import { readinessOf } from './readiness.ts'
import { openRegistryRepository, type RegistryRepository } from './registry-repository.ts'

const DAY = 24 * 60 * 60 * 1000

let gate: Gate
let registry: RegistryRepository
let pull: PullRequest

beforeAll(async () => {
  gate = await Gate.open()
  gate.account('alice')
  const opened = gate.pull('alice', { 'a.txt': 'a' })
  gate.review(opened, 'maria')
  const env = {
    GITHUB_REPOSITORY: 'registry/servers',
    GITHUB_API_URL: gate.server.url,
    REGISTRY_API_PACE: '0',
  }
  registry = openRegistryRepository(env)
  pull = toPullRequest((await readPull(registry, opened.number))!)
})
afterAll(() => gate.close())

async function isReady(
  decision: Verdict['decision'],
  codes: string[],
  more: Partial<Verdict> = {},
  later = 0,
) {
  const findings = codes.map((code) => ({ code, status: 'hold' as const, message: 'Wait.', docs: '/' }))
  const { headSha } = pull
  const verdict = {
    version: 1 as const,
    decision,
    headSha,
    baseSha: headSha,
    findings,
    publishes: [],
    ...more,
  }
  return !('waitsFor' in (await readinessOf(registry, pull, verdict, Date.now() + later)))
}

describe('with a maintainer’s approval', () => {
  test.each([['R501'], ['R502'], ['R503'], ['R504'], ['R132'], ['R620']])(
    'a hold by %s is lifted',
    async (code) => {
      expect(await isReady('hold', [code])).toBe(true)
    },
  )

  test.each([
    ['a package that is not there yet', ['R401']],
    ['code', ['R124']],
    ['one of two', ['R501', 'R401']],
    ['a rule that nobody has thought of', ['R599']],
  ])('a hold for %s stays', async (_, codes) => expect(await isReady('hold', codes)).toBe(false))

  test('a change of owner waits some days after it', async () => {
    const wait = { waitDays: 7 }
    expect(await isReady('hold', ['R302'], wait)).toBe(false)
    expect(await isReady('hold', ['R302'], wait, 6 * DAY)).toBe(false)
    expect(await isReady('hold', ['R302'], wait, 7 * DAY + 1000)).toBe(true)
  })

  test.each(['fail', 'error'] as const)('%s is not lifted', async (decision) => {
    expect(await isReady(decision, [])).toBe(false)
  })
})

test('what may be merged needs no approval', async () => expect(await isReady('merge', [])).toBe(true))
