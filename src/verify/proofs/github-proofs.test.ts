import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY, type NamespacePolicy } from '../../catalog/policy.ts'
import { fakeChange, fakeContext, forkOf, HEAD_SHA, owners } from '../../../tests/support/gate-context.ts'
import { factsOf, type World } from '../../../tests/support/github-world.ts'
import type { Context } from '../context.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { Publisher } from '../publisher.ts'
import { AUTHOR } from './author.ts'
import { CLAIM } from './claim.ts'
import { MAINTAINER } from './maintainer.ts'
import { MEMBER } from './member.ts'
import { POLICY } from './policy.ts'
import type { Proof } from './proof.ts'
import { REPOSITORY } from './repository.ts'

const ACCOUNTS: World['accounts'] = {
  alice: { id: 1 },
  Acme: { id: 5, type: 'Organization' },
  bob: { id: 7 },
  'bot[bot]': { id: 99, type: 'Bot' },
}
const ALICE: Publisher = { login: 'alice', id: 1, type: 'User' }
const BOB: Publisher = { login: 'bob', id: 7, type: 'User' }
const BOT: Publisher = { login: 'bot[bot]', id: 99, type: 'Bot' }
const ACME = { login: 'Acme', id: 5, type: 'Organization' as const }

interface Asked {
  publisher?: Publisher
  world?: Partial<World>
  more?: Partial<Context>
}

function ask(proof: Proof, namespace: string, { publisher = BOB, world = {}, more = {} }: Asked = {}) {
  const github = factsOf({ accounts: ACCOUNTS, ...world }, HEAD_SHA)
  return proof.attempt(namespace, fakeChange([], [namespace]), fakeContext({ publisher, github, ...more }))
}

const byId = (account: object) => ({ proved: true, account, saw: expect.any(String) })
const refused = (saw: RegExp, fix = /./) => ({
  proved: false,
  saw: expect.stringMatching(saw),
  fix: expect.stringMatching(fix),
})
const recorded = (id: number, login: string, type: 'User' | 'Organization' = 'User', proof = 'author') =>
  owners({ [`io.github.${login.toLowerCase()}`]: { id, login, type, proof, since: '2026-01-01T00:00:00Z' } })

describe('author', () => {
  test('is the account itself, in whatever letter case', async () => {
    expect(await ask(AUTHOR, 'io.github.alice', { publisher: ALICE })).toEqual(byId(ALICE))
    expect(await ask(AUTHOR, 'io.github.Alice', { publisher: { ...ALICE, login: 'ALICE' } })).toMatchObject({
      proved: true,
    })
  })

  test('is nobody else, by id', async () => {
    expect(await ask(AUTHOR, 'io.github.alice')).toEqual(
      refused(/comes from `bob`/, /from the account `alice`/),
    )
    const other = { ...ALICE, id: 2 }
    expect(await ask(AUTHOR, 'io.github.alice', { publisher: other })).toEqual(refused(/not from `alice`/))
  })

  test('is still whom owner.json names, when the login is somebody else’s or nobody’s', async () => {
    const publisher = { ...ALICE, login: 'alice-new' }
    for (const alice of [{ id: 2 }, undefined]) {
      const accounts: World['accounts'] = { 'alice-new': { id: 1 }, ...(alice && { alice }) }
      const asked = { publisher, world: { accounts }, more: { ownerOf: recorded(1, 'alice') } }
      expect(await ask(AUTHOR, 'io.github.alice', asked)).toEqual(byId({ ...ALICE, login: 'alice-new' }))
    }
  })

  test('is no bot, and no App that acts for a person', async () => {
    const accounts: World['accounts'] = { bot: { id: 99 } }
    const world = { accounts }
    expect(await ask(AUTHOR, 'io.github.bot', { publisher: BOT, world })).toEqual(refused(/bot or an App/))
    const publisher = { ...ALICE, viaApp: true }
    expect(await ask(AUTHOR, 'io.github.alice', { publisher })).toEqual(refused(/bot or an App/))
  })

  test('has nothing to do with organisations and domains', async () => {
    expect(await ask(AUTHOR, 'io.github.acme')).toBeUndefined()
    expect(await ask(AUTHOR, 'com.acme')).toBeUndefined()
    expect(await ask(AUTHOR, 'io.github.alice.deeper', { publisher: ALICE })).toBeUndefined()
  })

  test('is told where there is no such account', async () => {
    expect(await ask(AUTHOR, 'io.github.nobody')).toEqual(refused(/no account/, /Correct the namespace/))
  })

  test('of a laptop without an id is looked up', async () => {
    const publisher: Publisher = { login: 'alice', type: 'User' }
    expect(await ask(AUTHOR, 'io.github.alice', { publisher })).toEqual(byId(ALICE))
  })
})

describe('repository', () => {
  const world = { branches: { 'Acme/registry': { publish: 'HEAD' } } }
  const from = (head: ReturnType<typeof forkOf> | undefined, who: Publisher = BOB) => ({
    publisher: { ...who, ...(head && { headRepository: head }) },
    world,
  })

  test('is a fork in the organisation, whoever opens the pull request', async () => {
    expect(await ask(REPOSITORY, 'io.github.acme', from(forkOf(ACME)))).toEqual(byId(ACME))
    expect(await ask(REPOSITORY, 'io.github.acme', from(forkOf(ACME), { ...BOT, viaApp: true }))).toEqual(
      byId(ACME),
    )
  })

  test.each([
    ['a fork of somebody else', forkOf({ login: 'bob', id: 7, type: 'User' }), /in `bob\/registry`/],
    ['the same login with another id', forkOf({ ...ACME, id: 6 }), /in `Acme\/registry`/],
    ['a fork of a fork', forkOf(ACME, { isForkOfRegistry: false }), /not a fork of this registry/],
    ['the registry itself', forkOf(ACME, { isRegistry: true }), /the registry itself/],
    ['a fork that is gone', undefined, /is gone/],
  ])('is not %s', async (_, head, saw) => {
    expect(await ask(REPOSITORY, 'io.github.acme', from(head))).toEqual(
      refused(saw, /Fork the registry into `Acme`/),
    )
  })

  test.each([
    ['moved', { publish: 'd'.repeat(40) }, /points at `ddddddd` now, and not at `aaaaaaa`/],
    ['gone', {}, /is gone/],
  ])('is not one whose branch has %s', async (_, branches, saw) => {
    const asked = { ...from(forkOf(ACME)), world: { branches: { 'Acme/registry': branches } } }
    expect(await ask(REPOSITORY, 'io.github.acme', asked)).toEqual(refused(saw, /Push/))
  })

  test('may be of the account that owner.json names, under its new login', async () => {
    const accounts: World['accounts'] = { 'acme-new': { id: 5, type: 'Organization' } }
    const owner = { ...ACME, login: 'acme-new' }
    const more = { ownerOf: recorded(5, 'Acme', 'Organization') }
    const asked = {
      ...from(forkOf(owner)),
      world: { accounts, branches: { 'acme-new/registry': { publish: 'HEAD' } } },
    }
    expect(await ask(REPOSITORY, 'io.github.acme', { ...asked, more })).toEqual(byId(owner))
  })
})

describe('member', () => {
  const world = { members: { Acme: ['bob'] } }

  test('is a public one', async () =>
    expect(await ask(MEMBER, 'io.github.acme', { world })).toEqual(byId(ACME)))

  test('is not a private one, nor a bot', async () => {
    expect(await ask(MEMBER, 'io.github.acme')).toEqual(
      refused(/not among the public members/, /Make your membership public/),
    )
    for (const who of [{ type: 'Bot' as const }, { viaApp: true }]) {
      const asked = { world, publisher: { ...BOB, ...who } }
      expect(await ask(MEMBER, 'io.github.acme', asked)).toEqual(refused(/bot or an App/))
    }
  })

  test('there are none of a person', async () => {
    expect(await ask(MEMBER, 'io.github.alice', { world: { members: { alice: ['bob'] } } })).toBeUndefined()
  })
})

describe('claim', () => {
  const claiming = (text: string) => ({ world: { files: { 'Acme/.github': { 'mcp-registry.json': text } } } })

  test('names ids', async () => {
    expect(await ask(CLAIM, 'io.github.acme', claiming('{"publishers":[3,7]}'))).toEqual(byId(ACME))
  })

  test.each([
    ['{"publishers":[3]}', /names `3`, and not `7`, which is `bob`/, /Add `7`/],
    ['{"publishers":[]}', /names nobody/, /Add `7`/],
    ['{"publishers":["7"]}', /not a list of account ids/, /it holds `\{"publishers": \[7\]\}`/],
    ['{"publishers":7}', /not a list/, /./],
    ['{"publishers":[7],"publishers":[3]}', /not a list/, /./],
    ['publishers: [7]', /not a list/, /./],
    ['null', /not a list/, /./],
  ])('%s does not', async (text, saw, fix) => {
    expect(await ask(CLAIM, 'io.github.acme', claiming(text))).toEqual(refused(saw, fix))
  })

  test('has to be there, and is of people', async () => {
    expect(await ask(CLAIM, 'io.github.acme')).toEqual(refused(/There is no public/, /default branch/))
    const asked = { ...claiming('{"publishers":[99]}'), publisher: BOT }
    expect(await ask(CLAIM, 'io.github.acme', asked)).toEqual(refused(/bot or an App/))
  })
})

describe('policy', () => {
  const under = (...namespaces: NamespacePolicy[]) => ({ policy: { ...DEFAULT_POLICY, namespaces } })

  test('names ids, of a bot too', async () => {
    const more = under({ pattern: 'corp.**', accounts: [7, 99] })
    expect(await ask(POLICY, 'corp.tools', { more })).toMatchObject({ proved: true })
    expect(await ask(POLICY, 'corp.tools.deep', { more, publisher: BOT })).toMatchObject({ proved: true })
    expect(await ask(POLICY, 'corp.tools', { more, publisher: ALICE })).toEqual(
      refused(/to others/, /`1` \(`alice`\)/),
    )
    expect(await ask(POLICY, 'corp.tools', { more, publisher: { ...BOB, viaApp: true } })).toEqual(
      refused(/to others/),
    )
    expect(await ask(POLICY, 'com.acme', { more })).toBeUndefined()
  })

  test('names teams, and the first pattern counts', async () => {
    const more = under(
      { pattern: 'corp.*', teams: ['corp/one', 'corp/two'] },
      { pattern: '**', accounts: [1] },
    )
    const world = { teams: { 'corp/two': ['bob'] } }
    expect(await ask(POLICY, 'corp.tools', { more, world })).toMatchObject({ proved: true })
    expect(await ask(POLICY, 'corp.tools', { more, world, publisher: ALICE })).toEqual(refused(/to others/))
    expect(await ask(POLICY, 'corp.tools.deep', { more, world, publisher: ALICE })).toMatchObject({
      proved: true,
    })
    expect(await ask(POLICY, 'corp.tools', { more, world, publisher: { ...BOB, type: 'Bot' } })).toEqual(
      refused(/to others/),
    )
  })
})

test('a maintainer’s record names an account, for any namespace', async () => {
  const record = {
    id: 7,
    login: 'robert',
    type: 'User' as const,
    proof: 'maintainer',
    since: '2026-01-01T00:00:00Z',
  }
  const more = { ownerOf: owners({ 'com.acme': record, 'com.other': { ...record, proof: 'dns' } }) }
  expect(await ask(MAINTAINER, 'com.acme', { more })).toEqual(byId(BOB))
  expect(await ask(MAINTAINER, 'com.acme', { more, publisher: ALICE })).toEqual(refused(/account `7`/))
  expect(await ask(MAINTAINER, 'com.acme', { more, publisher: { ...BOB, viaApp: true } })).toEqual(
    refused(/account `7`/),
  )
  expect(await ask(MAINTAINER, 'com.other', { more })).toBeUndefined()
})

test.each([AUTHOR, REPOSITORY, MEMBER, CLAIM])('$kind: a silent GitHub is no answer', async (proof) => {
  const publisher = { ...BOB, headRepository: forkOf(ACME) }
  await expect(ask(proof, 'io.github.acme', { publisher, world: { down: 'busy' } })).rejects.toThrow(
    Unreachable,
  )
})
