import { describe, expect } from 'vitest'
import { serverFolder, versionFolder } from '../../src/model/tree-path.ts'
import { trackBranch } from '../../src/verify/release/track-branch.ts'
import type { Files } from '../support/git-repository.ts'
import type { Gate } from '../support/github/gate.ts'
import { gateTest } from '../support/github/gate-test.ts'
import { release, releasedRepository } from '../support/github/released-repository.ts'
import { ownerFile, remoteServer } from '../support/github/remote-server.ts'
import type { Pull } from '../support/github/world.ts'

const WEATHER = 'io.github.alice/weather'
const REPOSITORY = 'alice/weather-mcp'
const LISTING = `${serverFolder(WEATHER)}/listing.md`
const BOT = 'github-actions[bot]'

const tracking = (lines = ''): string => `---\ntrack:\n  repository: ${REPOSITORY}\n${lines}---\nWeather.\n`
const pathOf = (version: string, name = WEATHER): string => `${versionFolder(name, version)}/server.json`
const textOf = (version: string, description?: string, name = WEATHER): string =>
  Object.values(remoteServer(name, version, description))[0]!

const REGISTRY: Files = {
  ...ownerFile('io.github.alice', 11, 'alice'),
  ...remoteServer(WEATHER, '1.0.0'),
  [LISTING]: tracking(),
}

const test = gateTest(REGISTRY, { alice: 11, mallory: 66 })

/** Alice's repository; nothing is released yet. */
function project(gate: Gate, owner = 'alice') {
  const repository = releasedRepository(owner)
  gate.world.released.set(REPOSITORY, repository)
  return repository
}

/** What the workflow `track` does. */
async function track(gate: Gate): Promise<string> {
  gate.update()
  const looked = await gate.run('track')
  expect(looked.code, looked.output).toBe(0)
  const proposed = looked.outputs.proposals === '0' ? undefined : await gate.run('track-propose')
  if (proposed) expect(proposed.code, proposed.output).toBe(0)
  return looked.output + (proposed?.output ?? '')
}

function proposals({ world }: Gate): Pull[] {
  return [...world.pulls.values()].filter(({ headBranch }) => headBranch.startsWith('registry/track/'))
}

/** What the gate comes to: whether it is merged, and its comments. */
async function judge(gate: Gate, pull: Pull): Promise<{ merged: boolean; comment: string }> {
  await gate.verify(pull)
  await gate.merge()
  return { merged: pull.mergedAt !== undefined, comment: gate.comments(pull).join('\n') }
}

describe('a release', { timeout: 120_000 }, () => {
  test('with a server.json is proposed, merged and listed, and nobody does anything', async ({ gate }) => {
    const text = textOf('1.1.0', 'Tells the weather of tomorrow.')
    const commit = release(project(gate), 'v1.1.0', { 'server.json': text }, { annotated: true })
    await track(gate)
    const [pull] = proposals(gate)
    expect(pull).toMatchObject({
      author: BOT,
      title: `${WEATHER} 1.1.0`,
      headBranch: trackBranch(WEATHER, '1.1.0'),
    })
    expect(pull!.body).toContain(commit)
    // As the stopwatch of `verify` finds it, since GitHub tells nobody about it.
    await gate.verify()
    expect(gate.comments(pull!)).toEqual([expect.stringContaining('will be listed')])
    await gate.merge()
    expect(gate.published(pathOf('1.1.0'))).toBe(text)
    const [message, before] = gate.world.repository.messages('main')
    expect(message).toContain(`Publish ${WEATHER} 1.1.0 (#${pull!.number})`)
    expect(message).toContain(`Registry-Publisher: ${BOT} (41898282)\nRegistry-Proof: release`)
    expect(before).toBe('Begin')

    expect(await track(gate)).toBe('')
    expect(proposals(gate)).toHaveLength(1)
    await gate.run('track-propose')
    expect(gate.world.repository.git(['for-each-ref', 'refs/heads/registry'])).toBe('')
  })

  test('without a server.json continues the last version, also of a domain that a maintainer gave to an account', async ({
    gate,
  }) => {
    const name = 'com.acme/weather'
    const [[path, owner]] = Object.entries(ownerFile('com.acme', 11, 'alice')) as [[string, string]]
    gate.world.repository.commit('refs/heads/main', {
      [path]: owner.replace('"author"', '"maintainer"'),
      ...remoteServer(name, '1.0.0'),
      [`${serverFolder(name)}/listing.md`]: tracking(),
      [LISTING]: null,
    })
    release(project(gate), '1.1.0')
    await track(gate)
    expect(await judge(gate, proposals(gate)[0]!)).toMatchObject({ merged: true })
    expect(gate.published(pathOf('1.1.0', name))).toBe(textOf('1.1.0', undefined, name))
  })

  test('is not proposed again while it waits, nor once somebody has said no', async ({ gate }) => {
    release(project(gate), 'v1.1.0')
    await track(gate)
    const [pull] = proposals(gate)
    expect(await track(gate)).toContain(`\`1.1.0\` is proposed already, in #${pull!.number}.`)
    await gate.run('track-propose')
    expect(gate.world.repository.git(['for-each-ref', `refs/heads/${pull!.headBranch}`])).not.toBe('')
    pull!.state = 'closed'
    release(gate.world.released.get(REPOSITORY)!, 'other')
    expect(await track(gate)).toContain(`\`1.1.0\` is left out: somebody closed #${pull!.number}`)
    expect(proposals(gate)).toHaveLength(1)
  })
})

describe('a proposal is judged anew, and not merged', { timeout: 120_000 }, () => {
  const proposed = async (gate: Gate): Promise<Pull> => {
    release(project(gate), 'v1.1.0', { 'server.json': textOf('1.1.0') })
    await track(gate)
    return proposals(gate)[0]!
  }

  test.for<[string, (gate: Gate, pull: Pull) => void, string]>([
    [
      'where the repository was transferred',
      (gate) => void (gate.world.released.get(REPOSITORY)!.owner = 'mallory'),
      'belongs to the account `66`',
    ],
    [
      'where something rides along',
      (gate, { headBranch }) => {
        const branch = `refs/heads/${headBranch}`
        gate.world.repository.commit(branch, { [LISTING]: tracking('  path: evil\n') })
      },
      'A release lists one new server.json, and nothing else.',
    ],
  ])('%s', async ([, strike, reason], { gate }) => {
    const pull = await proposed(gate)
    strike(gate, pull)
    const { merged, comment } = await judge(gate, pull)
    expect(merged).toBe(false)
    expect(comment).toContain(reason)
  })

  test('where the tag moves between the verdict and the merge', async ({ gate }) => {
    const pull = await proposed(gate)
    await gate.verify(pull)
    expect(gate.conclusion(pull)).toBe('success')
    release(gate.world.released.get(REPOSITORY)!, 'v1.1.0', { 'server.json': textOf('1.1.0', 'Other.') })
    await gate.merge()
    expect(pull.state).toBe('open')
    expect(gate.published(pathOf('1.1.0'))).toBeUndefined()
  })

  test('where a stranger has a branch of that name', async ({ gate }) => {
    release(project(gate), 'v1.1.0', { 'server.json': textOf('1.1.0') })
    const headBranch = trackBranch(WEATHER, '1.1.0')
    const pull = gate.pull('mallory', remoteServer(WEATHER, '1.1.0'), { headBranch })
    const { merged, comment } = await judge(gate, pull)
    expect(merged).toBe(false)
    expect(comment).toContain('The pull request comes from `mallory`, and not from `alice`')
  })
})
