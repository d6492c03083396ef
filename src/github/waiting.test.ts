import { afterAll, beforeAll, expect, test } from 'vitest'
import { Gate } from '../../tests/support/github/gate.ts'
import type { Decision, GateFinding } from '../verify/verdict.ts'
import { openRegistryRepository, type RegistryRepository } from './registry-repository.ts'
import { waitingPulls } from './waiting.ts'
import { writeOtherCheck, writeVerdictCheck } from './write-check.ts'

const TEXT = { title: 'Title', summary: 'Summary' }
const HOUR = 60 * 60 * 1000

let gate: Gate
let registry: RegistryRepository

beforeAll(async () => {
  gate = await Gate.open()
  gate.account('alice')
  registry = openRegistryRepository({
    GITHUB_REPOSITORY: 'registry/servers',
    GITHUB_API_URL: gate.server.url,
    GITHUB_TOKEN: 'report',
    REGISTRY_API_PACE: '0',
  })
})
afterAll(() => gate.close())

async function judged(decision: Decision, findings: GateFinding[] = []): Promise<void> {
  const { number, headSha = '' } = gate.pull('alice', { [`${decision}-${findings.length}.txt`]: decision })
  const verdict = { version: 1 as const, decision, headSha, baseSha: headSha, findings, publishes: [] }
  await writeVerdictCheck(registry, number, verdict, TEXT)
}

test('what waits for a verdict is what has none, or one that may be another by now', async () => {
  await judged('merge') // 1
  await judged('hold') // 2
  await judged('error') // 3
  await judged('fail') // 4
  gate.pull('alice', { 'unseen.txt': 'unseen' }) // 5
  gate.pull('alice', { 'other.txt': 'other' }, { baseBranch: 'other' }) // 6
  gate.pull('alice', { 'closed.txt': 'closed' }, { state: 'closed' }) // 7
  const code = gate.pull('alice', { 'README.md': 'code' }) // 8
  await writeOtherCheck(registry, { number: code.number, headSha: code.headSha! }, 'neutral', TEXT)
  gate.pull(
    'alice',
    { 'x.txt': 'x' },
    { headOwner: 'registry', headBranch: 'registry/owner/io.github.alice' },
  ) // 9
  gate.pull('alice', { 'y.txt': 'y' }, { headBranch: 'registry/owner/io.github.alice' }) // 10, in a fork of hers
  const missing = {
    code: 'R402',
    status: 'fail' as const,
    message: 'There is no such package.',
    docs: '/docs/',
  }
  await judged('fail', [missing]) // 11
  await judged('fail', [missing, { ...missing, code: 'R301' }]) // 12

  const now = Date.now()
  expect(await waitingPulls(registry, now)).toEqual([5, 10, 3])
  expect(await waitingPulls(registry, now + 2 * HOUR)).toEqual([5, 10, 2, 3, 11])
  expect(await waitingPulls(registry, now + 25 * HOUR)).toEqual([5, 10, 1, 2, 3, 4, 11, 12])
})
