import { afterEach, expect, test } from 'vitest'
import { Gate } from '../support/github/gate.ts'
import { ownerFile, remoteServer } from '../support/github/remote-server.ts'

let gate: Gate

afterEach(() => gate.close())

test('forty pull requests at once are all merged by one run', { timeout: 120_000 }, async () => {
  const logins = Array.from({ length: 40 }, (_, i) => `user-${i}`)
  const known = logins.slice(3).map((login, i) => ownerFile(`io.github.${login}`, 103 + i, login))
  gate = await Gate.open(Object.assign({}, ...known))
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
