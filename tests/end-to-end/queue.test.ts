import { expect } from 'vitest'
import { gateTest } from '../support/github/gate-test.ts'
import { ownerFile, remoteServer } from '../support/github/remote-server.ts'
import type { Call, Fault } from '../support/github/server.ts'
import type { Pull } from '../support/github/world.ts'

const test = gateTest({}, { alice: 11 })

/** A call of the way to a merge: the operation, and which of several calls of the same. */
type Step = [operation: string, occurrence: number]

const REPO = '/repos/{owner}/{repo}'
const OWNERS_MERGE = 0
const PUBLISHERS_MERGE = 1

const STEPS: Step[] = [
  [`GET ${REPO}/commits/{ref}/check-runs`, 0],
  [`GET ${REPO}/pulls/{pull_number}`, 0],
  [`GET ${REPO}/issues/{issue_number}`, 0],
  ['GET /users/{username}', 0],
  [`POST ${REPO}/git/trees`, 0],
  [`POST ${REPO}/git/commits`, 0],
  [`POST ${REPO}/git/refs`, 0],
  [`POST ${REPO}/pulls`, 0],
  [`POST ${REPO}/check-runs`, 0],
  [`PUT ${REPO}/pulls/{pull_number}/merge`, OWNERS_MERGE],
  [`GET ${REPO}/pulls/{pull_number}`, 1],
  [`GET ${REPO}/issues/{issue_number}`, 1],
  [`PUT ${REPO}/pulls/{pull_number}/merge`, PUBLISHERS_MERGE],
]

/** Reading has no effect, so only writing can fail after it. */
const CASES = STEPS.flatMap(
  ([operation, occurrence]): { step: Step; how: Fault['how']; when: Fault['when'] }[] => {
    const step: Step = [operation, occurrence]
    const before = { step, how: '500' as const, when: 'before' as const }
    return operation.startsWith('GET') ? [before] : [before, { step, how: 'reset', when: 'after' }]
  },
)

/** Strikes one step in the turn of one pull request, and every further try of it. */
function striking(pull: Pull, [operation, occurrence]: Step, struck: Set<Pull>): (call: Call) => boolean {
  let isTurn = false
  let seen = 0
  let target: string | undefined
  return ({ operation: called, path }) => {
    // A turn begins with the look at the verdict on the head.
    if (called.endsWith('/check-runs') && called.startsWith('GET')) isTurn = path.includes(pull.headSha!)
    if (!isTurn || called !== operation || seen++ < occurrence) return false
    struck.add(pull)
    return path === (target ??= path)
  }
}

test(
  'wherever the API fails on the way to a merge, the next run ends what was begun',
  { timeout: 120_000 },
  async ({ gate }) => {
    const pulls = CASES.map((_, i) => {
      gate.account(`user-${i}`)
      return gate.pull(`user-${i}`, remoteServer(`io.github.user-${i}/tool`, '1.0.0'))
    })
    await gate.verify()
    const struck = new Set<Pull>()
    CASES.forEach(({ step, how, when }, i) => {
      gate.server.faults.push({ strikes: striking(pulls[i]!, step, struck), how, when })
    })
    const broken = await gate.merge()
    expect(broken.code).toBe(1)
    expect(CASES.filter((_, i) => !struck.has(pulls[i]!))).toEqual([])
    // Where only the answer to a merge got lost, that is found out at once. Everything else waits for the next run.
    const found = CASES.filter(
      ({ step: [operation], when }) => operation.startsWith('PUT') && when === 'after',
    )
    expect(CASES.filter((_, i) => pulls[i]!.state === 'closed')).toEqual(found)

    gate.server.faults.length = 0
    expect(await gate.merge()).toMatchObject({ code: 0 })
    expect(pulls.filter(({ state }) => state === 'open')).toEqual([])
    const messages = gate.world.repository.messages('main').map((message) => message.split('\n', 1)[0]!)
    for (const [i, { number }] of pulls.entries()) {
      expect(
        messages.filter((title) => title === `Publish io.github.user-${i}/tool 1.0.0 (#${number})`),
      ).toHaveLength(1)
      expect(
        messages.filter((title) => title.startsWith(`Record the owner of io.github.user-${i} `)),
      ).toHaveLength(1)
      expect(gate.conclusion(pulls[i]!)).toBe('success')
      expect(gate.comments(pulls[i]!)).toHaveLength(1)
    }
    expect([...gate.world.pulls.values()].filter(({ state }) => state === 'open')).toEqual([])
    expect(gate.world.repository.git(['for-each-ref', 'refs/heads/registry'])).toBe('')
  },
)

test('a merge that GitHub says nothing about is deployed to be on the safe side', async ({ gate }) => {
  const pull = gate.pull('alice', remoteServer('io.github.alice/tool', '1.0.0'))
  await gate.verify(pull)
  let silent = false
  gate.server.faults.push({
    strikes({ operation, path }) {
      silent ||= operation.startsWith('PUT') && path.includes(`/pulls/${pull.number}/`)
      return silent
    },
    how: 'reset',
    when: 'after',
  })
  const run = await gate.merge()
  expect(run).toMatchObject({ code: 1, outputs: { merged: '1' } })
  expect(pull.state).toBe('closed')
})

test('what a run that was cut off has left of an owner’s record is used up by the next', async ({ gate }) => {
  const pull = gate.pull('alice', remoteServer('io.github.alice/tool', '1.0.0'))
  await gate.verify(pull)
  const { repository, pulls } = gate.world
  const headBranch = 'registry/owner/io.github.alice'
  repository.commit(
    `refs/heads/${headBranch}`,
    { 'odd.txt': 'odd' },
    { from: repository.find('refs/heads/main')! },
  )
  const record: Pull = {
    ...pull,
    number: 2,
    author: 'github-actions[bot]',
    headOwner: 'registry',
    headBranch,
  }
  delete record.headSha
  pulls.set(2, record)
  expect(await gate.merge()).toMatchObject({ code: 0, outputs: { merged: '1' } })
  expect([pull.state, record.state]).toEqual(['closed', 'closed'])
  expect(repository.messages('main')[1]).toMatch(/^Record the owner of io\.github\.alice \(#2\)/)
  expect(gate.published('odd.txt')).toBeUndefined()
})

test('forty pull requests at once are all merged by one run', { timeout: 120_000 }, async ({ gate }) => {
  const logins = Array.from({ length: 40 }, (_, i) => `user-${i}`)
  const known = logins.slice(3).map((login, i) => ownerFile(`io.github.${login}`, 103 + i, login))
  gate.world.repository.commit('refs/heads/main', Object.assign({}, ...known))
  const pulls = logins.map((login, i) => {
    gate.account(login, { id: 100 + i })
    return gate.pull(login, remoteServer(`io.github.${login}/tool`, '1.0.0'))
  })
  await gate.verify()
  expect(await gate.merge()).toMatchObject({ code: 0, outputs: { merged: '40' } })
  expect(pulls.filter(({ state }) => state === 'open')).toEqual([])
  const titles = gate.world.repository.messages('main').filter((message) => message.startsWith('Publish'))
  // Oldest first, so the newest is on top.
  expect(titles[0]).toMatch(/^Publish io\.github\.user-39\/tool 1\.0\.0 \(#40\)/)
})
