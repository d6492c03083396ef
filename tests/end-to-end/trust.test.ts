import { describe, expect } from 'vitest'
import { gateTest } from '../support/github/gate-test.ts'
import { ownerFile, remoteServer } from '../support/github/remote-server.ts'

const WEATHER = 'io.github.alice/weather'
const DAY = 24 * 60 * 60 * 1000

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().replace(/\.\d+/, '')

// The login `taken` belongs to somebody else since its namespace was recorded.
const test = gateTest(ownerFile('io.github.taken', 99, 'taken'), { alice: 11, mallory: 66, taken: 100 })

describe('a hold', () => {
  test('is lifted by a maintainer’s review of the very commit, and by nothing else', async ({ gate }) => {
    gate.account('newbie', { createdAt: daysAgo(3) })
    const pull = gate.pull('newbie', remoteServer('io.github.newbie/tool', '1.0.0'))
    await gate.verify(pull)
    expect(gate.conclusion(pull)).toBe('action_required')
    gate.comment(pull, 'maria', '/merge')
    gate.review(pull, 'mallory')
    gate.review(pull, 'maria', 'APPROVED', 'e'.repeat(40))
    await gate.merge()
    expect(pull.state).toBe('open')

    const maria = gate.account('maria')
    gate.review(pull, 'maria')
    expect(await gate.merge()).toMatchObject({ outputs: { merged: '1' } })
    expect(pull.state).toBe('closed')
    expect(gate.world.repository.messages('main')[0]).toContain(`Registry-Approval: maria (${maria.id})`)
  })

  test('of a namespace that is recorded for somebody else lasts some days more, and then changes the owner', async ({
    gate,
  }) => {
    const pull = gate.pull('taken', remoteServer('io.github.taken/tool', '1.0.0'))
    // What counts is when somebody saw it, and not when the pull request was opened.
    pull.createdAt = daysAgo(30)
    await gate.verify(pull)
    const review = gate.review(pull, 'maria')
    expect(await gate.merge()).toMatchObject({ output: expect.stringContaining('every change of owner') })
    expect(pull.state).toBe('open')

    // A week later; the verdict has been looked at again every day.
    review.submittedAt = daysAgo(8)
    for (const check of gate.world.checks) check.completedAt = daysAgo(8)
    await gate.verify(pull)
    await gate.merge()
    expect(pull.state).toBe('closed')
    expect(JSON.parse(gate.published('servers/ta/io.github.taken/owner.json')!)).toMatchObject({ id: 100 })
  })
})

describe('a forged verdict', () => {
  test.for<[string, string, string | undefined]>([
    ['a job of that name in a workflow', 'github-actions', 'c0ffee00-1111-2222-3333-444455556666'],
    ['another App, with the right id', 'evil-app', undefined],
  ])('is not believed: %s', async ([_, app, externalId], { gate }) => {
    const files = remoteServer(WEATHER, '1.0.0')
    const honest = gate.pull('alice', files)
    await gate.verify(honest)
    const [verdict] = gate.world.checks
    const pull = gate.pull('mallory', { ...files, ...remoteServer('io.github.alice/evil', '1.0.0') })
    const head = pull.headSha!
    const text = verdict!.output.text!.replaceAll(honest.headSha!, head)
    gate.world.checks.push({
      ...verdict!,
      id: verdict!.id + 1,
      app,
      headSha: head,
      externalId: externalId ?? `verdict:1:${pull.number}:${head}`,
      output: { ...verdict!.output, text },
      completedAt: new Date(Date.now() + DAY).toISOString().replace(/\.\d+/, ''),
    })
    honest.draft = true
    await gate.merge()
    expect(pull.state).toBe('open')
    // Nor does it keep the registry from judging.
    await gate.verify()
    expect(gate.conclusion(pull)).toBe('failure')
  })

  test('for another commit is none, even where it is ours', async ({ gate }) => {
    const honest = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    await gate.verify(honest)
    const [verdict] = gate.world.checks
    const pull = gate.pull('alice', remoteServer('io.github.alice/unseen', '1.0.0'))
    const externalId = `verdict:1:${pull.number}:${pull.headSha!}`
    gate.world.checks.push({ ...verdict!, externalId, headSha: pull.headSha! })
    honest.draft = true
    await gate.merge()
    expect(pull.state).toBe('open')
  })
})

describe('a commit that is copied into a pull request of somebody else', () => {
  test('is not merged there, and does not keep the owner from merging it', async ({ gate }) => {
    const own = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    const copy = gate.pull('mallory', {})
    gate.world.repository.git(['update-ref', `refs/pull/${copy.number}/head`, own.headSha!])
    copy.headSha = own.headSha!
    await gate.verify(own)
    own.draft = true
    await gate.merge()
    expect([own.state, copy.state]).toEqual(['open', 'open'])

    await gate.verify(copy)
    expect(gate.conclusion(own)).toBe('failure')
    await gate.merge()
    expect([own.state, copy.state]).toEqual(['open', 'open'])
    own.draft = false
    await gate.merge()
    expect([own.state, copy.state]).toEqual(['closed', 'open'])
    expect(gate.world.repository.messages('main')[0]).toContain('Registry-Publisher: alice (11)')
  })
})

test('a comment with the marker of ours is left alone, and ours is written', async ({ gate }) => {
  const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
  const forged = gate.comment(pull, 'mallory', '<!-- registry:verdict -->\n### ✓ All is well')
  await gate.verify(pull)
  expect(forged.history).toHaveLength(1)
  expect(gate.comments(pull)).toEqual([forged.body, expect.stringContaining('will be listed')])
})

describe('the command /recheck', () => {
  test('looks again; any other comment does nothing', async ({ gate }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    const event = (body: string) => ({
      name: 'issue_comment',
      payload: { comment: { body }, issue: { number: pull.number, pull_request: {} } },
    })
    expect((await gate.run('verify-pulls', event('Nice. /recheck'))).output).toBe('')
    expect((await gate.run('verify-pulls', event('/recheck'))).output).toBe(`#${pull.number} merge\n`)
  })
})

test('a verdict that GitHub kept us from is an error, blocks, and is made up for by the next run', async ({
  gate,
}) => {
  const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
  const other = gate.pull('mallory', remoteServer('io.github.mallory/tool', '1.0.0'))
  gate.server.faults.push({ strikes: ({ path }) => path === '/users/alice', how: '500', when: 'before' })
  await gate.verify()
  expect([gate.conclusion(pull), gate.conclusion(other)]).toEqual(['cancelled', 'success'])
  expect(gate.comments(pull)).toEqual([expect.stringContaining('We could not check')])
  gate.server.faults.length = 0
  await gate.verify()
  expect(gate.conclusion(pull)).toBe('success')
  expect(gate.world.checks.filter(({ headSha }) => headSha === other.headSha)).toHaveLength(1)
})

describe('the commit that a merge leaves', () => {
  test.for<[string, string, string]>([
    ['a publication', 'Publish', 'closed'],
    ['a record of an owner', 'Record', 'open'],
  ])(
    'is compared with what was judged, and nothing more is merged where it differs: %s',
    async ([_, title, state], { gate }) => {
      const first = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
      const second = gate.pull('mallory', remoteServer('io.github.mallory/tool', '1.0.0'))
      await gate.verify()
      const { squash } = gate.world.repository
      gate.world.repository.squash = function (branch, head, message) {
        const odd = message.startsWith(title)
          ? this.commit('refs/scratch/odd', { 'odd.txt': 'odd' }, { from: head })
          : head
        return squash.call(this, branch, odd, message)
      }
      const run = await gate.merge()
      expect(run).toMatchObject({ code: 1, outputs: { merged: '1' } })
      expect(run.output).toContain('R632')
      expect([first.state, second.state]).toEqual([state, 'open'])
    },
  )

  test('may have somebody else’s commit below it, which is judged after the fact', async ({ gate }) => {
    const pull = gate.pull('alice', remoteServer(WEATHER, '1.0.0'))
    await gate.verify()
    gate.beforeMerging(pull, () => gate.world.repository.commit('refs/heads/main', { 'README.md': 'New.' }))
    expect(await gate.merge()).toMatchObject({ code: 0, outputs: { merged: '1' } })
  })
})
