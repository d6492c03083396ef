import { describe, expect, test as base } from 'vitest'
import { gitHubFacts } from '../github/facts.ts'
import { openRegistryRepository } from '../github/registry-repository.ts'
import { serverFolder } from '../model/tree-path.ts'
import { trackBranch } from '../verify/release/track-branch.ts'
import { Gate } from '../../tests/support/github/gate.ts'
import { release, releasedRepository } from '../../tests/support/github/released-repository.ts'
import { ownerFile, remoteServer } from '../../tests/support/github/remote-server.ts'
import { track, type Tracked } from './track.ts'

const NAME = 'io.github.alice/weather'
const OTHER = 'io.github.alice/other'
const REPOSITORY = 'alice/weather-mcp'

const listing = (name: string, repository = REPOSITORY, more = ''): Record<string, string> => ({
  [`${serverFolder(name)}/listing.md`]: `---\ntrack:\n  repository: ${repository}\n${more}---\n`,
})
const textOf = (version: string, name = NAME, description?: string): string =>
  Object.values(remoteServer(name, version, description))[0]!

const test = base.extend<{ gate: Gate }>({
  gate: async ({}, use) => {
    const gate = await Gate.open({
      ...ownerFile('io.github.alice', 11, 'alice'),
      ...remoteServer(NAME, '1.0.0'),
      ...listing(NAME),
    })
    gate.account('alice', { id: 11 })
    gate.account('mallory', { id: 66 })
    await use(gate)
    await gate.close()
  },
})

function look(gate: Gate, now?: () => number): Promise<Tracked> {
  const registry = openRegistryRepository({
    GITHUB_REPOSITORY: 'registry/servers',
    GITHUB_API_URL: gate.server.url,
    GITHUB_TOKEN: 'track',
    REGISTRY_API_PACE: '0',
  })
  gate.update()
  const facts = gitHubFacts(registry.client, registry.fullName)
  return track({ registry, folder: gate.clone, facts }, now)
}

/** A repository of somebody’s that listing.md tracks. */
function project(gate: Gate, owner = 'alice', name = REPOSITORY) {
  const repository = releasedRepository(owner)
  gate.world.released.set(name, repository)
  return repository
}

const versionsOf = ({ proposals }: Tracked): string[] => proposals.map(({ version }) => version)

describe('a release', () => {
  test('is found with its commit and its file', async ({ gate }) => {
    const text = textOf('1.1.0', NAME, 'Tells the weather of tomorrow.')
    const commit = release(project(gate), 'v1.1.0', { 'server.json': text }, { annotated: true })
    expect(await look(gate)).toEqual({
      proposals: [
        {
          name: NAME,
          version: '1.1.0',
          repository: REPOSITORY,
          tag: 'v1.1.0',
          commit,
          origin: '`server.json` of the release',
          text,
        },
      ],
      lines: [`${NAME} \`1.1.0\` is released.`],
    })
  })

  test('of several is the highest one', async ({ gate }) => {
    const repository = project(gate)
    for (const tag of ['v1.1.0', 'v2.0.0', 'v1.1.1']) release(repository, tag)
    expect(versionsOf(await look(gate))).toEqual(['2.0.0'])
  })

  test('is read below the path, by the pattern of its tags', async ({ gate }) => {
    const more = '  path: packages/weather\n  tag: weather@{version}\n'
    gate.world.repository.commit('refs/heads/main', listing(NAME, REPOSITORY, more))
    const repository = project(gate)
    release(repository, 'weather@1.2.0', { 'packages/weather/server.json': textOf('0.0.0', NAME, 'New.') })
    release(repository, 'other@9.0.0')
    const { proposals } = await look(gate)
    expect(proposals).toMatchObject([
      { version: '1.2.0', text: textOf('0.0.0', NAME, 'New.').replace('0.0.0', '1.2.0') },
    ])
  })

  test('that is a pre-release is listed where the publisher wants that', async ({ gate }) => {
    gate.world.repository.commit('refs/heads/main', listing(NAME, REPOSITORY, '  prereleases: true\n'))
    release(project(gate), 'v1.1.0-rc.1', {}, { prerelease: true })
    expect(versionsOf(await look(gate))).toEqual(['1.1.0-rc.1'])
  })

  test.for<[string, string, Partial<{ draft: boolean; prerelease: boolean }>]>([
    ['a draft', 'v1.1.0', { draft: true }],
    ['a pre-release', 'v1.1.0', { prerelease: true }],
    ['one of an older line', 'v0.9.1', {}],
    ['the version that is listed', 'v1.0.0', {}],
    ['another kind of tag', 'nightly', {}],
  ])('is left alone: %s', async ([, tag, flags], { gate }) => {
    release(project(gate), tag, {}, flags)
    expect(await look(gate)).toEqual({ proposals: [], lines: [] })
  })

  test('is not looked for where the server is withdrawn', async ({ gate }) => {
    gate.world.repository.commit('refs/heads/main', {
      [`${serverFolder(NAME)}/status.md`]: '---\nstatus: deleted\n---\nGone.\n',
    })
    release(project(gate), 'v1.1.0')
    expect(await look(gate)).toMatchObject({ proposals: [], lines: [] })
  })
})

test('nothing is proposed that the policy of the registry does not accept', async ({ gate }) => {
  const policy = { namespaces: [{ pattern: 'io.github.*', proofs: ['author'] }] }
  const config = JSON.stringify({ title: 'Registry', url: 'https://registry.example/', policy })
  gate.world.repository.commit('refs/heads/main', { 'registry.config.json': config })
  release(project(gate), 'v1.1.0')
  expect(await look(gate)).toEqual({ proposals: [], lines: [] })
})

describe('is left out, and said so:', () => {
  test.for<[string, (gate: Gate) => void, string]>([
    [
      'a release of somebody else’s repository',
      (gate) => void release(project(gate, 'mallory'), 'v1.1.0'),
      '`1.1.0` is left out: `alice/weather-mcp` belongs to the account `66` (`mallory`), and the namespace to the account `11`. Publish the version yourself, from an account that owns the namespace.',
    ],
    [
      'a repository that is gone or renamed',
      () => {},
      'is left out: there is no public repository `alice/weather-mcp`, or it has another name now.',
    ],
    [
      'a repository that is not public any more',
      (gate) => {
        const repository = project(gate)
        repository.private = true
        release(repository, 'v1.1.0')
      },
      '`1.1.0` is left out: There is no public repository `alice/weather-mcp` any more, or it has another name now. Write its present name into listing.md.',
    ],
    [
      'a server of another namespace',
      (gate) =>
        void release(project(gate), 'v1.1.0', { 'server.json': textOf('1.1.0', 'io.github.mallory/evil') }),
      '`1.1.0` is left out: `server.json` of the release is about `io.github.mallory/evil`. Set `path` in listing.md to the file or folder of this server.',
    ],
    [
      'a giant file',
      (gate) =>
        void release(project(gate), 'v1.1.0', { 'server.json': textOf('1.1.0') + ' '.repeat(300_000) }),
      '`1.1.0` is left out: `server.json` of the release is larger than 256 KiB. Make it smaller, and release again.',
    ],
    [
      'a file that is no server.json',
      (gate) =>
        void release(project(gate), 'v1.1.0', { 'server.json': '{ "name": "\u001b[31m", "name": 1 }' }),
      '`1.1.0` is left out: `server.json` of the release is no server.json. Check it with `mcp-git validate`, mend it, and release again.',
    ],
    [
      'a file with a mistake in it',
      (gate) =>
        void release(project(gate), 'v1.1.0', { 'server.json': textOf('1.1.0', NAME, 'x'.repeat(101)) }),
      '`1.1.0` is left out: its server.json has a mistake. R241 `description` has 101 characters; at most 100 are wanted.',
    ],
  ])('%s', async ([, arrange, reason], { gate }) => {
    arrange(gate)
    expect(await look(gate)).toEqual({ proposals: [], lines: [`${NAME} ${reason}`] })
  })

  test('what is proposed already, or was closed', async ({ gate }) => {
    release(project(gate), 'v1.1.0')
    const branch = { headOwner: 'registry', headBranch: trackBranch(NAME, '1.1.0') }
    const pull = gate.pull('mallory', {}, branch)
    expect((await look(gate)).lines).toEqual([`${NAME} \`1.1.0\` is proposed already, in #1.`])
    pull.state = 'closed'
    expect((await look(gate)).lines).toEqual([
      `${NAME} \`1.1.0\` is left out: somebody closed #1, in which it was proposed.`,
    ])
  })

  test('one that GitHub says nothing about, and no other waits for it', async ({ gate }) => {
    gate.world.repository.commit('refs/heads/main', {
      ...remoteServer(OTHER, '1.0.0'),
      ...listing(OTHER, 'alice/broken'),
    })
    gate.server.faults.push({ strikes: ({ path }) => path.includes('/broken/'), how: '500', when: 'before' })
    release(project(gate), 'v1.1.0')
    const { proposals, lines } = await look(gate)
    expect(proposals).toMatchObject([{ name: NAME }])
    expect(lines[0]).toMatch(
      `${OTHER} is left for the next run: GitHub could not be asked for the releases of \`alice/broken\`: 500`,
    )
  })

  test('whatever there is no time for', async ({ gate }) => {
    release(project(gate), 'v1.1.0')
    let clock = 0
    const late = await look(gate, () => (clock += 11 * 60 * 1000))
    expect(late).toMatchObject({ proposals: [], lines: [`${NAME} is left for the next run: time is up.`] })
  })
})

test('a repository with nothing new costs one request', async ({ gate }) => {
  release(project(gate), 'v1.0.0')
  const before = gate.server.calls.length
  await look(gate)
  expect(gate.server.calls.slice(before).map(({ operation }) => operation)).toEqual([
    'GET /repos/{owner}/{repo}/releases',
    'GET /repos/{owner}/{repo}/pulls',
  ])
})

test('what a namespace has open counts towards what is proposed for it', async ({ gate }) => {
  const names = Array.from({ length: 11 }, (_, i) => `io.github.alice/tool-${i}`)
  const files = names.map((name) => ({ ...remoteServer(name, '1.0.0'), ...listing(name) }))
  gate.world.repository.commit('refs/heads/main', Object.assign({}, ...files))
  release(project(gate), 'v1.1.0')
  for (const name of names.slice(0, 3)) {
    gate.pull('mallory', {}, { headOwner: 'registry', headBranch: trackBranch(name, '1.1.0') })
  }
  expect((await look(gate)).proposals).toHaveLength(7)
})
