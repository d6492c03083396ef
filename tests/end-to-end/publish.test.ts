import { expect } from 'vitest'
import { connect } from '../../src/publish/github/connect.ts'
import { follow } from '../../src/publish/github/follow.ts'
import { propose, type ProposedPull } from '../../src/publish/github/propose.ts'
import type { PullProgress } from '../../src/publish/github/read-progress.ts'
import { publicationPull, statusPull } from '../../src/publish/pull-text.ts'
import { statusChange } from '../../src/publish/status-change.ts'
import type { Gate } from '../support/github/gate.ts'
import { gateTest } from '../support/github/gate-test.ts'
import { remoteServer } from '../support/github/remote-server.ts'

const WEATHER = 'io.github.alice/weather'
const WORKFLOW = '.github/workflows/verify.yml'
const SITE = 'https://registry.example/'

const test = gateTest({ [WORKFLOW]: 'name: verify\n' }, { alice: 11 })

function publish(gate: Gate, version: string, description?: string): Promise<ProposedPull> {
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  const files = remoteServer(WEATHER, version, description)
  return propose(octokit, 'registry/servers', { ...publicationPull({ name: WEATHER, version }), files })
}

/** Follows a pull request, and does something at each look at it. */
async function watch(
  gate: Gate,
  { number, headSha }: ProposedPull,
  acts: (() => unknown)[],
  listed: () => boolean = () => false,
): Promise<PullProgress[]> {
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  const fetch = () =>
    Promise.resolve(
      listed()
        ? Response.json({ server: { name: WEATHER, version: '1.0.1' } })
        : new Response('', { status: 404 }),
    )
  const all: PullProgress[] = []
  const sleep = async () => acts.shift()?.()
  const options = { headSha, sleep, fetch, limitMs: 200_000 }
  for await (const progress of follow(octokit, 'registry/servers', number, SITE, options)) all.push(progress)
  return all
}

function statesOf({ stations }: PullProgress): string {
  return stations.map(({ state }) => state).join(' ')
}

test('from a fork that is far behind, through a mistake and its mending, to live', async ({ gate }) => {
  gate.fork('alice')
  gate.world.repository.commit('refs/heads/main', { [WORKFLOW]: 'name: verify again\n' })
  gate.update()

  const first = await publish(gate, '1.0.0', '')
  const failed = await watch(gate, first, [() => gate.verify(gate.world.pulls.get(first.number)!)])
  expect(failed.map(statesOf)).toEqual([
    'done now waiting waiting waiting',
    'done failed waiting waiting waiting',
  ])
  expect(failed.at(-1)).toMatchObject({ checked: 'fail', publishes: [{ name: WEATHER, version: '1.0.0' }] })
  expect(failed.at(-1)!.findings.find(({ status }) => status === 'fail')).toMatchObject({
    code: expect.stringMatching(/^R\d{3}$/),
    path: 'servers/al/io.github.alice/weather/1.0.0/server.json',
  })

  const second = await publish(gate, '1.0.1')
  expect(second).toMatchObject({ number: first.number, isUpdate: true })
  let isDeployed = false
  const acts = [
    () => gate.verify(gate.world.pulls.get(second.number)!),
    () => gate.merge(),
    () => (isDeployed = true),
  ]
  const passed = await watch(gate, second, acts, () => isDeployed)
  expect(passed.map(statesOf)).toEqual([
    'done now waiting waiting waiting',
    'done done now waiting waiting',
    'done done done now waiting',
    'done done done done done',
  ])
  expect(passed.at(-1)).toMatchObject({ state: 'merged', live: true, checked: 'pass' })
  expect(gate.published('servers/al/io.github.alice/weather/1.0.1/server.json')).toContain('1.0.1')
  expect(gate.published('servers/al/io.github.alice/weather/1.0.0/server.json')).toBeUndefined()
  expect(gate.published(WORKFLOW)).toBe('name: verify again\n')

  const change = { name: WEATHER, status: 'deprecated', reason: 'There is a better one.' } as const
  const { path, text } = statusChange(change)
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  const third = await propose(octokit, 'registry/servers', { ...statusPull(change), files: { [path]: text } })
  expect(third.isUpdate).toBe(false)
  const comment = (): unknown =>
    gate.world.comments
      .filter(({ issue }) => issue === third.number)
      .forEach((item) => (item.body += '\n**Live** at https://registry.example/'))
  const deprecated = await watch(gate, third, [
    () => gate.verify(gate.world.pulls.get(third.number)!),
    () => gate.merge(),
    comment,
  ])
  expect(deprecated.at(-1)).toMatchObject({ state: 'merged', live: true })
  expect(gate.published('servers/al/io.github.alice/weather/status.md')).toBe(text)
}, 120_000)
