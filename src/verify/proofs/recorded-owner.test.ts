import { describe, expect, test } from 'vitest'
import { makeDomainKey, withSignature } from '../../../tests/support/domain-keys.ts'
import {
  fakeChange,
  fakeContext,
  fakeDns,
  fakePublication,
  fakeWeb,
  forkOf,
  HEAD_SHA,
} from '../../../tests/support/gate-context.ts'
import { type World } from '../../../tests/support/github-world.ts'
import type { NamespaceOwner, Verdict } from '../verdict.ts'
import { findOwnership } from './find-ownership.ts'
import { ACME, acmeDns, ALICE, BOB, find, recordOf, SINCE, WORLD } from './testing/find.ts'

describe('a recorded owner', () => {
  const record = recordOf('author', ALICE)

  test('goes on, under a new login as well', async () => {
    expect((await find('io.github.alice', { publisher: ALICE, record })).owner).toMatchObject({
      owner: record,
      record: 'recorded',
    })
    const world: Partial<World> = { accounts: { 'alice-new': { id: 1 }, alice: { id: 2 } } }
    const renamed = await find('io.github.alice', {
      publisher: { ...ALICE, login: 'alice-new' },
      record,
      world,
    })
    expect(renamed).toMatchObject({ owner: { owner: record, record: 'recorded' } })
    expect(renamed.pinnedTo).toBeUndefined()
  })

  test('is not replaced by whoever has the login now', async () => {
    const heir = { ...ALICE, id: 2 }
    const world: Partial<World> = { accounts: { alice: { id: 2 } } }
    expect(await find('io.github.alice', { publisher: heir, record, world })).toMatchObject({
      proof: { kind: 'author' },
      owner: { owner: { ...heir, proof: 'author' }, record: 'changed' },
      pinnedTo: { owner: record, record: 'recorded' },
    })
  })

  test('proves it beside the new one', async () => {
    const world: Partial<World> = {
      accounts: { acme: { id: 6, type: 'Organization' }, 'acme-old': { id: 5, type: 'Organization' } },
      members: { acme: ['bob'] },
      branches: { 'acme-old/registry': { publish: 'HEAD' } },
    }
    const organization = recordOf('member', ACME)
    const alone = await find('io.github.acme', { publisher: BOB, record: organization, world })
    expect(alone.pinnedTo?.owner).toEqual(organization)
    const publisher = { ...BOB, headRepository: forkOf({ ...ACME, login: 'acme-old' }) }
    const both = await find('io.github.acme', { publisher, record: organization, world })
    expect(both).toMatchObject({ proof: { kind: 'repository' }, owner: { record: 'recorded' } })
  })
})

test('a later proof by the recorded owner counts before an earlier one by somebody else', async () => {
  const record = recordOf('author', ALICE)
  const world: Partial<World> = {
    accounts: { alice: { id: 2 }, 'alice-old': { id: 1 } },
    branches: { 'alice-old/registry': { publish: 'HEAD' } },
  }
  const headRepository = forkOf({ ...ALICE, login: 'alice-old' })
  const found = await find('io.github.alice', {
    publisher: { ...ALICE, id: 2, headRepository },
    record,
    world,
  })
  expect(found).toMatchObject({ proof: { kind: 'repository' }, owner: { owner: record, record: 'recorded' } })
  expect(found.pinnedTo).toBeUndefined()
})

describe('a recorded owner of a domain', () => {
  const record = recordOf('dns', { ...ALICE })

  const both = acmeDns('v=MCPv1; github=bob:7', 'v=MCPv1; github=alice:1')

  test('shares it with those that the domain named when it was recorded', async () => {
    const { owner } = await find('com.acme', { publisher: ALICE, dns: both })
    expect(owner).toMatchObject({ owner: { id: 1, others: [7] }, record: 'new' })
    expect(await find('com.acme', { record: owner!.owner, dns: both })).toMatchObject({
      owner: { owner: owner!.owner, record: 'recorded' },
    })
  })

  test('does not share it with whoever the domain names now, though it still names both', async () => {
    const found = await find('com.acme', { record, dns: both })
    expect(found).toMatchObject({ owner: { owner: { id: 7, others: [1] } }, pinnedTo: { owner: record } })
  })

  test('is missed when the domain does not name them any more', async () => {
    const found = await find('com.acme', { record, dns: acmeDns('v=MCPv1; github=bob:7') })
    expect(found).toMatchObject({
      owner: { owner: { id: 7 }, record: 'changed' },
      pinnedTo: { owner: record },
    })
  })

  test('may sign with a key, and nobody else may', async () => {
    const key = makeDomainKey()
    const version = withSignature(fakePublication('com.acme/search'), key)
    const dns = acmeDns(key.record)
    expect((await find('com.acme', { record, dns, publisher: ALICE }, [version])).pinnedTo).toBeUndefined()
    expect((await find('com.acme', { record, dns, publisher: BOB }, [version])).pinnedTo).toBeDefined()
  })

  test('is the domain itself where no account is recorded', async () => {
    const found = await find('com.acme', { record: recordOf('dns'), dns: acmeDns('v=MCPv1; github=bob:7') })
    expect(found).toMatchObject({ owner: { owner: recordOf('dns'), record: 'recorded' } })
  })
})

test('a record without an id binds nobody else to a GitHub namespace', async () => {
  for (const record of [recordOf('policy'), recordOf('author', { login: 'alice' })]) {
    expect((await find('io.github.alice', { publisher: ALICE, record })).pinnedTo?.owner).toEqual(record)
  }
})

describe('when a change is judged again', () => {
  const silent = { dns: fakeDns({ 'acme.com': undefined }), web: fakeWeb({}) }

  async function earlierFrom(ownership: { owner?: NamespaceOwner }): Promise<Verdict> {
    const { owner } = ownership
    const commits = { headSha: HEAD_SHA, baseSha: HEAD_SHA }
    return {
      version: 1,
      decision: 'merge',
      ...commits,
      findings: [],
      publishes: ['com.acme', 'io.github.acme'].map((ns) => ({ name: `${ns}/weather`, version: '1.0.0' })),
      owners: owner ? [owner] : [],
    }
  }

  test('a domain is not asked again, and what it said counts', async () => {
    const first = await find('com.acme', { dns: acmeDns('v=MCPv1; github=bob:7') })
    const earlier = await earlierFrom(first)
    expect(await find('com.acme', { ...silent, earlier })).toMatchObject({
      proof: { kind: 'dns' },
      owner: first.owner,
    })
    const record = first.owner!.owner
    expect(await find('com.acme', { ...silent, earlier, record })).toMatchObject({
      owner: { record: 'recorded' },
    })
  })

  test('owner.json is the present one', async () => {
    const earlier = await earlierFrom(await find('com.acme', { dns: acmeDns('v=MCPv1; github=bob:7') }))
    expect(
      (await find('com.acme', { ...silent, earlier, record: recordOf('dns', ALICE) })).pinnedTo,
    ).toBeDefined()
  })

  test('a version that was not part of it has not been looked at', async () => {
    const earlier = await earlierFrom(await find('com.acme', { dns: acmeDns('v=MCPv1; github=bob:7') }))
    const found = await find('com.acme', { ...silent, earlier: { ...earlier, publishes: [] } })
    expect(found.proof).toBeUndefined()
    expect(found.tried[0]).toMatchObject({ unreachable: expect.any(String) })
  })

  test('what it did not see then is not known', async () => {
    const { proof, tried } = await find('com.acme', { ...silent, earlier: await earlierFrom({}) })
    expect(proof).toBeUndefined()
    expect(tried.map(({ unreachable }) => unreachable !== undefined)).toEqual([true, true])
  })

  test('a signature that was seen vouches for nothing that came to the change since', async () => {
    const shown = { proof: 'dns' as const }
    const owner = { proof: 'dns', since: SINCE }
    const earlier = await earlierFrom({ owner: { namespace: 'com.acme', owner, record: 'new', shown } })
    const context = fakeContext({ ...silent, earlier })
    const signed = fakeChange([fakePublication('com.acme/weather')])
    expect((await findOwnership('com.acme', signed, context)).proof?.kind).toBe('dns')

    const path = 'servers/ac/com.acme/weather/status.md'
    const place = { kind: 'status' as const, namespace: 'com.acme', name: 'weather' }
    const rider = { path, place, status: 'added' as const, mode: '100644', size: 0, bytes: Buffer.from('') }
    const files = [...signed.files, rider]
    const { proof, tried } = await findOwnership('com.acme', { ...signed, files }, context)
    expect(proof).toBeUndefined()
    expect(tried[0]!.attempt).toMatchObject({ proved: false, saw: expect.stringContaining('status.md') })
  })

  test('a workflow’s signature counts while its account has the name', async () => {
    const shown = { proof: 'sigstore' as const, account: ACME }
    const owner = { ...ACME, proof: 'sigstore', since: SINCE }
    const earlier = await earlierFrom({ owner: { namespace: 'io.github.acme', owner, record: 'new', shown } })
    const publisher = ALICE
    expect((await find('io.github.acme', { publisher, earlier })).proof?.kind).toBe('sigstore')
    const world: Partial<World> = { accounts: { ...WORLD.accounts, acme: { id: 6, type: 'Organization' } } }
    expect((await find('io.github.acme', { publisher, earlier, world })).proof).toBeUndefined()
  })

  test('GitHub is asked again', async () => {
    const earlier = await earlierFrom(await find('io.github.acme', { publisher: BOB }))
    const left = await find('io.github.acme', { publisher: BOB, earlier, world: { members: {} } })
    expect(left.proof).toBeUndefined()
  })
})
