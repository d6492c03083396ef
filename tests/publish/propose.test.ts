import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '../../src/publish/github/connect.ts'
import { propose, type ProposalStep, type ProposedPull } from '../../src/publish/github/propose.ts'
import { publicationPull, statusPull } from '../../src/publish/pull-text.ts'
import { statusChange, type StatusChange } from '../../src/publish/status-change.ts'
import type { Files } from '../support/git-repository.ts'
import { Gate } from '../support/github/gate.ts'
import { remoteServer } from '../support/github/remote-server.ts'
import { headOf } from '../support/github/world.ts'

const WEATHER = 'io.github.alice/weather'
const WORKFLOW = '.github/workflows/verify.yml'
const FILE = 'servers/al/io.github.alice/weather/1.0.0/server.json'

let gate: Gate

beforeEach(async () => {
  gate = await Gate.open({ [WORKFLOW]: 'name: verify\n' })
  gate.account('alice', { id: 11 })
})
afterEach(() => gate.close())

interface Attempt {
  token?: string
  files?: Files
  tell?: (step: ProposalStep) => void
}

function publish(version = '1.0.0', { token, files, tell }: Attempt = {}): Promise<ProposedPull> {
  const octokit = connect(token ?? gate.signIn('alice'), gate.server.url)
  const all = files ?? remoteServer(WEATHER, version)
  const proposal = { ...publicationPull({ name: WEATHER, version }), files: all }
  return propose(octokit, 'registry/servers', proposal, tell)
}

function changesOf({ number }: ProposedPull): string[] {
  const head = headOf(gate.world, gate.world.pulls.get(number)!)
  return gate.world.repository.git(['diff', '--name-status', `refs/heads/main...${head}`]).split('\n')
}

function main(): string {
  return gate.world.repository.find('refs/heads/main')!
}

test('without a fork one is made, and waited for; the pull request adds the file and nothing else', async () => {
  gate.world.forkDelay = 1200
  const steps: ProposalStep[] = []
  const pull = await publish('1.0.0', { tell: (step) => steps.push(step) })
  expect(changesOf(pull)).toEqual([`A\t${FILE}`])
  expect(gate.world.pulls.get(pull.number)).toMatchObject({
    author: 'alice',
    headOwner: 'alice',
    headBranch: `publish/${WEATHER}@1.0.0`,
    baseBranch: 'main',
    title: `${WEATHER} 1.0.0`,
  })
  expect(headOf(gate.world, gate.world.pulls.get(pull.number)!)).toBe(pull.headSha)
  expect(steps).toEqual([
    { kind: 'fork', repository: 'alice/servers', isNew: true },
    {
      kind: 'commit',
      repository: 'alice/servers',
      branch: `publish/${WEATHER}@1.0.0`,
      sha: pull.headSha,
    },
    { kind: 'pull', number: pull.number, url: pull.url, isUpdate: false },
  ])
})

describe('a fork that is far behind', () => {
  beforeEach(() => {
    gate.fork('alice')
    gate.world.repository.commit('refs/heads/main', { [WORKFLOW]: 'name: verify now\n' })
    gate.world.repository.commit('refs/heads/main', remoteServer('io.github.bob/other', '1.0.0'))
  })

  test('is good enough for a new file, and is left as it is', async () => {
    const before = gate.world.repository.find('refs/forks/alice/heads/main')
    const pull = await publish()
    expect(changesOf(pull)).toEqual([`A\t${FILE}`])
    expect(gate.world.repository.find(`${pull.headSha}^`)).toBe(before)
    expect(gate.world.repository.find('refs/forks/alice/heads/main')).toBe(before)
  })

  test('would be refused where the branch began at the head of the registry', async () => {
    gate.world.repository.commit('refs/heads/main', remoteServer(WEATHER, '1.0.0', 'Old.'))
    await expect(publish()).rejects.toMatchObject({
      code: 'R644',
      fix: expect.stringContaining('Sync fork'),
    })
    const pull = await publish('1.0.0', { token: gate.signIn('alice', ['public_repo', 'workflow']) })
    expect(changesOf(pull)).toEqual([`M\t${FILE}`])
  })
})

test('commits of somebody’s own in the fork do not come along', async () => {
  const { repository } = gate.world
  const own = repository.commit('refs/elsewhere', { 'notes.txt': 'mine' }, { from: main() })
  gate.fork('alice', own, 'my-servers')
  expect(changesOf(await publish())).toEqual([`A\t${FILE}`])
  expect([...gate.world.pulls.values()]).toMatchObject([{ headOwner: 'alice' }])
})

describe('where a pull request for the server is open', () => {
  test('it gets the new version in place of the old one', async () => {
    const first = await publish('1.0.0')
    const second = await publish('1.0.1')
    expect(second).toMatchObject({ number: first.number, isUpdate: true })
    expect(changesOf(second)).toEqual([`A\t${FILE.replace('1.0.0', '1.0.1')}`])
    expect(gate.world.repository.find(`${second.headSha}^`)).toBe(first.headSha)
    expect(gate.world.pulls.size).toBe(1)
    expect(gate.world.pulls.get(first.number)!.title).toBe(`${WEATHER} 1.0.1`)
  })

  test('and has it already, nothing is pushed', async () => {
    const first = await publish()
    expect(await publish()).toEqual({ ...first, isUpdate: true })
  })

  test('it is found though somebody made it by hand, and keeps its title', async () => {
    const byHand = gate.pull('alice', remoteServer(WEATHER, '1.0.0', ''), { title: 'Create server.json' })
    gate.world.repository.git(['update-ref', `refs/forks/alice/heads/${byHand.headBranch}`, byHand.headSha!])
    delete byHand.headSha
    const pull = await publish()
    expect(pull).toMatchObject({ number: byHand.number, isUpdate: true })
    expect(byHand.title).toBe('Create server.json')
    expect(changesOf(pull)).toEqual([`A\t${FILE}`])
  })

  test('of somebody else, or for another server, it is left alone', async () => {
    gate.account('bob')
    const others = [
      gate.pull('bob', remoteServer(WEATHER, '1.0.0')),
      gate.pull('alice', remoteServer(`${WEATHER}-2`, '1.0.0')),
    ]
    const pull = await publish()
    expect(pull.isUpdate).toBe(false)
    expect(others.map(({ number }) => number)).not.toContain(pull.number)
  })
})

describe('a status', () => {
  function declare(change: StatusChange): Promise<ProposedPull> {
    const octokit = connect(gate.signIn('alice'), gate.server.url)
    const { path, text } = statusChange(change)
    return propose(octokit, 'registry/servers', { ...statusPull(change), files: { [path]: text } })
  }

  beforeEach(() => {
    gate.fork('alice')
  })

  test('is no part of a publication that is open, and a newer one takes its place', async () => {
    const publication = await publish()
    const first = await declare({ name: WEATHER, status: 'deprecated', reason: 'Old.' })
    expect(first.number).not.toBe(publication.number)
    const second = await declare({ name: WEATHER, status: 'deleted', reason: 'Gone.' })
    expect(second).toMatchObject({ number: first.number, isUpdate: true })
    expect(gate.world.pulls.get(first.number)!.title).toBe(`Delete ${WEATHER}`)
    const other = await declare({ name: WEATHER, version: '0.9.0', status: 'deleted' })
    expect(other.isUpdate).toBe(false)
  })

  test('that has changed since the fork was made begins at what the registry says now', async () => {
    const { path, text } = statusChange({ name: WEATHER, status: 'deprecated' })
    const { repository } = gate.world
    repository.commit('refs/heads/main', { [path]: text })
    const pull = await declare({ name: WEATHER, status: 'active' })
    expect(changesOf(pull)).toEqual([`M\t${path}`])
    expect(repository.find(`${pull.headSha}^`)).toBe(main())
  })
})

test('a branch that an earlier attempt left is used again', async () => {
  const first = await publish()
  gate.world.pulls.get(first.number)!.state = 'closed'
  const second = await publish('1.0.0', { files: remoteServer(WEATHER, '1.0.0', 'Other words.') })
  expect(second).toMatchObject({ number: first.number + 1, isUpdate: false })
  expect(changesOf(second)).toEqual([`A\t${FILE}`])
})

test('whoever owns the registry needs no fork', async () => {
  const { world } = gate
  world.accounts.get('registry')!.type = 'User'
  const pull = await publish('1.0.0', { token: gate.signIn('registry') })
  expect(world.forks).toEqual([])
  expect(world.pulls.get(pull.number)).toMatchObject({ headOwner: 'registry' })
})

test('where forks are forbidden, only those who may push can publish', async () => {
  const { settings, permissions } = gate.world
  settings.allow_forking = false
  await expect(publish()).rejects.toMatchObject({ code: 'R644', fix: expect.stringContaining('maintainers') })
  settings.permissions = { admin: false, pull: true, push: true }
  permissions.set('alice', 'write')
  const pull = await publish()
  expect(gate.world.pulls.get(pull.number)).toMatchObject({ author: 'alice', headOwner: 'registry' })
})

test('nothing is asked in vain: a first publication takes thirteen requests', async () => {
  gate.fork('alice')
  await publish()
  expect(gate.server.calls.length).toBeLessThanOrEqual(13)
  const written = gate.server.calls.filter(({ operation }) => !operation.startsWith('GET'))
  expect(
    written.map(({ operation, body }) => [operation.split('/').at(-1), ...Object.keys(body).sort()]),
  ).toEqual([
    ['trees', 'base_tree', 'tree'],
    ['commits', 'message', 'parents', 'tree'],
    ['refs', 'ref', 'sha'],
    ['pulls', 'base', 'body', 'head', 'maintainer_can_modify', 'title'],
  ])
})

describe('what stands in the way is said with what to do', () => {
  beforeEach(() => {
    gate.fork('alice')
  })

  test('a token that is none', async () => {
    await expect(publish('1.0.0', { token: 'wrong' })).rejects.toMatchObject({
      code: 'R640',
      fix: expect.stringContaining('gh auth login'),
    })
  })

  test('a token without the scope', async () => {
    await expect(publish('1.0.0', { token: gate.signIn('alice', ['gist']) })).rejects.toMatchObject({
      code: 'R641',
      message: expect.stringContaining('has the scopes `gist`'),
      fix: expect.stringContaining('gh auth refresh --scopes public_repo'),
    })
  })

  test('the token of a workflow', async () => {
    await expect(publish('1.0.0', { token: 'report' })).rejects.toMatchObject({
      code: 'R641',
      message: expect.stringContaining('token of a workflow'),
    })
  })

  test('single sign-on, with the address where it is done', async () => {
    gate.server.faults.push({
      strikes: ({ operation }) => operation.startsWith('POST'),
      how: 'single sign-on',
      when: 'before',
    })
    await expect(publish()).rejects.toMatchObject({
      code: 'R641',
      fix: expect.stringContaining('https://github.test/orgs/registry/sso?request=1'),
    })
  })

  test('a rate limit, with the time when it ends', async () => {
    gate.server.faults.push({ strikes: () => true, how: 'rate limit', when: 'before' })
    await expect(publish()).rejects.toMatchObject({
      code: 'R642',
      message: expect.stringMatching(/until \d{4}-\d\d-\d\d \d\d:\d\d UTC/),
    })
  })

  test('an archived registry', async () => {
    gate.world.settings.archived = true
    await expect(publish()).rejects.toMatchObject({
      code: 'R644',
      message: expect.stringContaining('archived'),
    })
  })

  test('an archived fork', async () => {
    gate.world.forks[0]!.archived = true
    await expect(publish()).rejects.toMatchObject({
      code: 'R644',
      message: expect.stringContaining('Your fork'),
    })
  })

  test('an empty fork', async () => {
    gate.world.forks[0]!.readyAt = Date.now() + 60_000
    await expect(publish()).rejects.toMatchObject({
      code: 'R644',
      fix: expect.stringContaining('Delete the fork'),
    })
  })

  test('a version that is there already', async () => {
    gate.world.repository.commit('refs/heads/main', remoteServer(WEATHER, '1.0.0'))
    await expect(publish()).rejects.toMatchObject({ code: 'R645' })
  })

  test('a registry that is not there', async () => {
    const octokit = connect(gate.signIn('alice'), gate.server.url)
    const proposal = { ...publicationPull({ name: WEATHER, version: '1.0.0' }), files: {} }
    await expect(propose(octokit, 'registry/other', proposal)).rejects.toMatchObject({ code: 'R644' })
    await expect(propose(octokit, 'not a name', proposal)).rejects.toMatchObject({ code: 'R644' })
  })
})

test('an answer that gets lost opens no second pull request', async () => {
  gate.fork('alice')
  let lost = false
  gate.server.faults.push({
    strikes: ({ operation }) => {
      if (lost || operation !== 'POST /repos/{owner}/{repo}/pulls') return false
      return (lost = true)
    },
    how: 'reset',
    when: 'after',
  })
  const pull = await publish()
  expect(gate.world.pulls.size).toBe(1)
  expect(changesOf(pull)).toEqual([`A\t${FILE}`])
})

test('somebody who loses patience is obeyed', async () => {
  const octokit = connect(gate.signIn('alice'), gate.server.url)
  const proposal = {
    ...publicationPull({ name: WEATHER, version: '1.0.0' }),
    files: remoteServer(WEATHER, '1.0.0'),
  }
  const impatience = new AbortController()
  const result = propose(octokit, 'registry/servers', proposal, () => impatience.abort(), impatience.signal)
  await expect(result).rejects.toMatchObject({ name: 'AbortError' })
  expect(gate.world.pulls.size).toBe(0)
})
