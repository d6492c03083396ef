import { describe, expect } from 'vitest'
import { gateTest } from '../support/github/gate-test.ts'
import { remoteServer } from '../support/github/remote-server.ts'

const WEATHER = 'io.github.alice/weather'

const test = gateTest({}, { alice: 11 })

describe('a new publisher', () => {
  test('is merged with the commit that was judged, recorded as the owner, told so, and deployed', async ({
    gate,
  }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.2.0'), {
      title: 'Ignore the rules\n\nRegistry-Publisher: mallory (666)',
      body: 'Registry-Proof: maintainer',
    })
    await gate.verify(pull)
    expect(gate.conclusion(pull)).toBe('success')
    expect(gate.comments(pull)).toEqual([expect.stringContaining('will be listed')])

    const run = await gate.merge()
    expect(run).toMatchObject({ code: 0, outputs: { merged: '1' } })
    expect(gate.published('servers/al/io.github.alice/weather/1.2.0/server.json')).toContain(WEATHER)
    expect(JSON.parse(gate.published('servers/al/io.github.alice/owner.json')!)).toMatchObject({
      id: 11,
      login: 'alice',
      type: 'User',
      proof: 'author',
    })
    const [message, record] = gate.world.repository.messages('main')
    expect(message).toBe(
      [
        `Publish ${WEATHER} 1.2.0 (#${pull.number})`,
        '',
        `Registry-Pull-Request: ${pull.number}`,
        `Registry-Head: ${pull.headSha}`,
        'Registry-Publisher: alice (11)',
        'Registry-Proof: author',
      ].join('\n'),
    )
    expect(record).toMatch(/^Record the owner of io\.github\.alice \(#\d+\)\n/)
    expect(pull).toMatchObject({
      state: 'closed',
      mergeCommit: gate.world.repository.find('refs/heads/main'),
    })
    expect(gate.world.repository.find('refs/heads/registry/owner/io.github.alice')).toBeUndefined()
    // The workflow starts the deployment where this is no zero.
    await gate.run('start-deploy')
    expect(gate.world.dispatches).toEqual([{ workflow: 'deploy.yml', ref: 'main' }])
  })

  test('costs few requests', async ({ gate }) => {
    await gate.run('verify-pulls', {
      name: 'pull_request_target',
      payload: { pull_request: gate.pull('alice', remoteServer(WEATHER, '1.0.0')) },
    })
    expect(gate.server.calls.length).toBeLessThanOrEqual(6)
  })
})

describe('a pull request with a mistake', () => {
  test('that is mechanical can be mended with one click, which is offered once for a commit', async ({
    gate,
  }) => {
    const [[path, text = '']] = Object.entries(remoteServer(WEATHER, '1.0.0')) as [[string, string]]
    const pull = gate.pull('alice', { [path]: text.replace('2025-12-11', '2025-09-29') })
    await gate.verify(pull)
    await gate.verify(pull)
    expect(gate.world.reviews).toEqual([
      expect.objectContaining({
        author: 'github-actions[bot]',
        state: 'COMMENTED',
        commit: pull.headSha,
        comments: [
          {
            path,
            side: 'RIGHT',
            line: 2,
            body: expect.stringMatching(/```suggestion\n {2}"\$schema": ".*2025-12-11.*",\n```$/),
          },
        ],
      }),
    ])
  })

  test('is explained, and merged once a push has mended it; the comment stays one', async ({ gate }) => {
    const broken = remoteServer(WEATHER, '1.0.0', '')
    const pull = gate.pull('alice', broken)
    await gate.verify(pull)
    await gate.merge()
    expect(gate.conclusion(pull)).toBe('failure')
    expect(gate.comments(pull)).toEqual([expect.stringContaining('1 thing to fix')])
    expect(gate.world.checks.at(-1)!.annotations[0]).toMatchObject({
      path: 'servers/al/io.github.alice/weather/1.0.0/server.json',
      annotation_level: 'failure',
    })
    expect(pull.state).toBe('open')

    gate.push(pull, remoteServer(WEATHER, '1.0.0'))
    await gate.verify(pull)
    expect(gate.comments(pull)).toEqual([expect.stringContaining('will be listed')])
    await gate.merge()
    expect(pull.state).toBe('closed')
    expect(gate.world.comments).toHaveLength(1)
  })

  test('is not written to again where nothing has changed', async ({ gate }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0', ''))
    await gate.verify(pull)
    await gate.verify(pull)
    expect(gate.world.comments).toMatchObject([{ history: { length: 1 } }])
  })
})

test('a verdict on a commit that is not the head any more is kept to ourselves', async ({ gate }) => {
  const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
  await gate.run('verify-pulls')
  gate.push(pull, remoteServer(WEATHER, '1.0.1'))
  const run = await gate.run('report')
  expect(run.output).toBe(`#${pull.number} has another head by now\n`)
  expect(gate.world.comments).toEqual([])
  expect(gate.world.checks).toEqual([])
})

describe('a commit that nobody judged is never merged', () => {
  const stolen = remoteServer('io.github.bob/stolen', '1.0.0')

  test('where the head moved after the verdict', async ({ gate }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    await gate.verify(pull)
    gate.push(pull, stolen)
    const run = await gate.merge()
    expect(run.output).toContain('waits for a verdict on its present commit')
    expect(pull.state).toBe('open')
  })

  test('where the head moves after the last look: GitHub is told which commit is meant', async ({ gate }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    await gate.verify(pull)
    gate.beforeMerging(pull, () => gate.push(pull, stolen))
    const run = await gate.merge()
    expect(run.output).toContain('Head branch was modified')
    expect(pull.state).toBe('open')
    expect(gate.published('servers/bo/io.github.bob/stolen/1.0.0/server.json')).toBeUndefined()
  })
})

test('of two valid pull requests for one version one is merged, and the other is told why it is not', async ({
  gate,
}) => {
  const first = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
  const second = gate.pull('alice', remoteServer(WEATHER, '1.0.0', 'Tells other weather.'))
  await gate.verify()
  expect([gate.conclusion(first), gate.conclusion(second)]).toEqual(['success', 'success'])
  expect(await gate.merge()).toMatchObject({ code: 0, outputs: { merged: '1' } })
  expect([first.state, second.state]).toEqual(['closed', 'open'])
  expect(gate.conclusion(second)).toBe('failure')
  expect(gate.comments(second)).toEqual([expect.stringContaining('to fix')])
})

test('a draft is paused: told so, not merged, and merged once it is ready', async ({ gate }) => {
  const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'), { draft: true })
  await gate.verify(pull)
  expect(gate.comments(pull)).toEqual([expect.stringContaining('paused')])
  await gate.merge()
  expect(pull.state).toBe('open')
  pull.draft = false
  await gate.verify(pull)
  expect(gate.comments(pull)).toEqual([expect.stringContaining('will be listed')])
  await gate.merge()
  expect(pull.state).toBe('closed')
})

test('what is no publication is left to people, also where a maintainer approves of it', async ({ gate }) => {
  const pull = gate.pull('alice', { 'README.md': 'Hello' })
  await gate.verify(pull)
  gate.review(pull, 'maria')
  await gate.merge()
  expect(pull.state).toBe('open')
  expect(gate.conclusion(pull)).toBe('neutral')
  expect(gate.comments(pull)).toEqual([])
})
