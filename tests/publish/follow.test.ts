import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../src/publish/github/connect.ts'
import { follow, type FollowOptions } from '../../src/publish/github/follow.ts'
import type { PullProgress } from '../../src/publish/github/read-progress.ts'
import { openPullFor, whoAmI } from '../../src/publish/github/who.ts'
import { Gate } from '../support/github/gate.ts'
import { remoteServer } from '../support/github/remote-server.ts'
import { headOf, type Pull } from '../support/github/world.ts'

const WEATHER = 'io.github.alice/weather'

let gate: Gate
let pull: Pull

beforeEach(async () => {
  gate = await Gate.open()
  gate.account('alice', { id: 11 })
  pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
})
afterEach(() => gate.close())

async function watch(options: FollowOptions): Promise<PullProgress[]> {
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  const all: PullProgress[] = []
  const fetch = () => Promise.resolve(new Response('', { status: 404 }))
  const progress = follow(octokit, 'registry/servers', pull.number, 'https://registry.example/', {
    fetch,
    ...options,
  })
  for await (const item of progress) all.push(item)
  return all
}

function check(
  conclusion: string,
  externalId = `verdict:1:${pull.number}:${headOf(gate.world, pull)}`,
): void {
  gate.world.checks.push({
    id: gate.world.nextId(),
    app: 'github-actions',
    name: 'registry/verify',
    headSha: headOf(gate.world, pull),
    externalId,
    status: 'completed',
    conclusion,
    completedAt: gate.world.now(),
    output: { title: null, summary: null, text: null },
    annotations: [],
  })
}

test('what has not changed costs nothing, is not told again, and is asked for less and less often', async () => {
  const pauses: number[] = []
  const sleep = async (milliseconds: number): Promise<void> => {
    if (pauses.push(milliseconds) === 8) pull.state = 'closed'
  }
  const all = await watch({ sleep })
  expect(all.map(({ state }) => state)).toEqual(['open', 'closed'])
  expect(gate.server.calls.filter(({ status }) => status === 200)).toHaveLength(3)
  expect(gate.server.calls.filter(({ status }) => status === 304)).toHaveLength(15)
  expect(pauses[0]).toBe(5000)
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauses.at(-1)).toBe(15_000)
})

test('a job that only has the name of the check is not believed', async () => {
  const acts = [() => check('success', 'a-job-of-theirs'), () => (pull.state = 'closed')]
  const all = await watch({ sleep: async () => acts.shift()?.() })
  expect(all.map(({ checked }) => checked)).toEqual(['waiting', 'waiting'])
})

test.each([
  ['failure', 'fail', 'failed'],
  ['action_required', 'hold', 'held'],
  ['neutral', 'hold', 'held'],
])('%s ends it: somebody has to do something', async (conclusion, checked, state) => {
  check(conclusion)
  const all = await watch({ sleep: () => Promise.reject(new Error('it went on')) })
  expect(all).toMatchObject([{ checked, stations: [{}, { state }, {}, {}, {}] }])
})

test('an error of the registry’s ends nothing: it tries again by itself', async () => {
  check('cancelled')
  const acts = [() => check('success'), () => (pull.state = 'closed')]
  const all = await watch({ sleep: async () => acts.shift()?.() })
  expect(all.map(({ checked }) => checked)).toEqual(['error', 'pass', 'pass'])
})

test('what was said about an older head is no end', async () => {
  check('failure')
  const acts = [() => gate.push(pull, remoteServer(WEATHER, '1.0.1')), () => (pull.state = 'closed')]
  const all = await watch({ headSha: 'f'.repeat(40), sleep: async () => acts.shift()?.() })
  expect(all.map(({ checked }) => checked)).toEqual(['fail', 'waiting', 'waiting'])
})

test('ends at the limit, and where somebody loses patience', async () => {
  expect(await watch({ limitMs: 0 })).toHaveLength(1)
  const impatience = new AbortController()
  const all = await watch({ signal: impatience.signal, sleep: async () => impatience.abort() })
  expect(all).toHaveLength(1)
})

test('a signal ends the pause between two looks', async () => {
  expect(await watch({ signal: AbortSignal.timeout(300) })).toHaveLength(1)
})

test('says who somebody is, and what they have open for a server', async () => {
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  expect(await whoAmI(octokit)).toEqual({ login: 'alice', id: 11 })
  expect(await openPullFor(octokit, 'registry/servers', 'alice', WEATHER)).toMatchObject({
    number: pull.number,
  })
  expect(await openPullFor(octokit, 'registry/servers', 'alice', `${WEATHER}-2`)).toBeUndefined()
})
