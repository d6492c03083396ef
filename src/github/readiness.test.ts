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
  { later = 0, heldSince = Date.now() } = {},
): Promise<boolean> {
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
  return !('waitsFor' in (await readinessOf(registry, pull, verdict, { now: Date.now() + later, heldSince })))
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

  test('a change of owner waits some days after it, and after it was told', async () => {
    const isOver = (days: number, heldSince?: number): Promise<boolean> => {
      const later = days * DAY + 2000
      return isReady('hold', ['R302'], { waitDays: 7 }, { later, ...(heldSince && { heldSince }) })
    }
    expect([await isOver(0), await isOver(6), await isOver(7)]).toEqual([false, false, true])
    const told = Date.now() + 3 * DAY
    expect([await isOver(9, told), await isOver(10, told)]).toEqual([false, true])
  })

  test.each(['fail', 'error'] as const)('%s is not lifted', async (decision) => {
    expect(await isReady(decision, [])).toBe(false)
  })
})

test('what may be merged needs no approval', async () => expect(await isReady('merge', [])).toBe(true))
