import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY, type NamespacePolicy } from '../../catalog/policy.ts'
import { makeDomainKey, withSignature } from '../../../tests/support/domain-keys.ts'
import { fakeDns, fakePublication, fakeWeb, forkOf, HEAD_SHA } from '../../../tests/support/gate-context.ts'
import { factsOf } from '../../../tests/support/github-world.ts'
import { ACME, acmeDns, ALICE, BOB, find, kindsOf, recordOf } from './testing/find.ts'

describe('a first publication', () => {
  test('is by the account, and records it', async () => {
    const { proof, owner, pinnedTo } = await find('io.github.alice', { publisher: ALICE })
    expect(proof?.kind).toBe('author')
    expect(owner).toEqual({
      namespace: 'io.github.alice',
      owner: { ...ALICE, proof: 'author', since: '2026-11-26T12:00:00Z' },
      record: 'new',
      shown: { proof: 'author', account: ALICE },
    })
    expect(pinnedTo).toBeUndefined()
  })

  test('by a key records the domain and nobody', async () => {
    const key = makeDomainKey()
    const version = withSignature(fakePublication('com.acme/search'), key)
    const { owner } = await find('com.acme', { dns: acmeDns(key.record) }, [version])
    expect(owner?.owner).toEqual({ proof: 'dns', since: '2026-11-26T12:00:00Z' })
  })

  test('by nobody in particular tells everything that was tried', async () => {
    const stranger = { publisher: { ...ALICE, headRepository: forkOf(ALICE) } }
    const { proof, owner, tried } = await find('io.github.acme', stranger)
    expect([proof, owner]).toEqual([undefined, undefined])
    expect(kindsOf(tried)).toEqual(['repository', 'member', 'claim', 'sigstore'])
    expect(kindsOf((await find('com.acme', stranger)).tried)).toEqual(['dns', 'http'])
  })

  test('is not asked further than the first proof', async () => {
    expect(kindsOf((await find('io.github.acme', { publisher: BOB })).tried)).toEqual([
      'repository',
      'member',
    ])
  })

  test('that cannot be looked at is told, and the others are tried', async () => {
    const dns = fakeDns({ 'acme.com': undefined })
    const { proof, tried } = await find('com.acme', { dns })
    expect(proof).toBeUndefined()
    expect(tried[0]).toMatchObject({ unreachable: 'The DNS of `acme.com` did not answer.' })
    const url = 'https://acme.com/.well-known/mcp-registry-auth'
    const web = fakeWeb({ [url]: { body: 'v=MCPv1; github=bob:7' } })
    expect((await find('com.acme', { dns, web })).proof?.kind).toBe('http')
  })
})

describe('the policy', () => {
  const under = (policy: Omit<NamespacePolicy, 'pattern'>) => ({
    policy: { ...DEFAULT_POLICY, namespaces: [{ pattern: 'io.github.*', ...policy }] },
  })

  test('restricts what counts', async () => {
    const { proof, tried } = await find('io.github.acme', {
      publisher: BOB,
      ...under({ proofs: ['claim', 'sigstore'] }),
    })
    expect(proof).toBeUndefined()
    expect(kindsOf(tried)).toEqual(['claim', 'sigstore'])
  })

  test('names owners, whatever else counts and whoever is recorded', async () => {
    const found = await find('io.github.acme', {
      publisher: ALICE,
      record: recordOf('member', ACME),
      ...under({ proofs: ['sigstore'], accounts: [1] }),
    })
    expect(found).toMatchObject({ proof: { kind: 'policy' }, owner: { record: 'recorded' } })
    const first = await find('io.github.acme', { publisher: ALICE, ...under({ accounts: [1] }) })
    expect(first.owner?.owner).toEqual({ proof: 'policy', since: '2026-11-26T12:00:00Z' })
  })
})

describe('offline', () => {
  const offline = { offline: true, github: factsOf({ accounts: {}, down: 'must not be asked' }, HEAD_SHA) }
  const who = (login: string, id?: number) => ({ login, ...(id && { id }), type: 'User' as const })

  test('the login counts, or the branch’s owner', async () => {
    expect((await find('io.github.alice', { ...offline, publisher: who('ALICE') })).proof?.kind).toBe(
      'author',
    )
    const publisher = { ...who('bob'), headRepository: forkOf({ login: 'acme', type: 'Organization' }) }
    expect((await find('io.github.acme', { ...offline, publisher })).proof?.kind).toBe('repository')
  })

  test('nobody else’s does', async () => {
    const publisher = { ...who('bob'), headRepository: forkOf({ login: 'bob', type: 'User' }) }
    const { proof, tried } = await find('io.github.alice', { ...offline, publisher })
    expect(proof).toBeUndefined()
    expect(kindsOf(tried.filter(({ skipped }) => skipped))).toEqual(['member', 'claim', 'sigstore'])
  })

  test('owner.json counts before logins', async () => {
    const record = recordOf('author', ALICE)
    expect(await find('io.github.alice', { ...offline, publisher: who('alice', 2), record })).toHaveProperty(
      'pinnedTo',
    )
    expect(await find('io.github.alice', { ...offline, publisher: who('renamed', 1), record })).toMatchObject(
      { owner: { record: 'recorded' } },
    )
    expect(
      (await find('io.github.alice', { ...offline, publisher: who('renamed'), record })).proof,
    ).toBeUndefined()
  })

  test('the policy’s accounts count, and its teams are not asked', async () => {
    const namespaces = [{ pattern: '**', accounts: [7], teams: ['corp/one'] }]
    const policy = { ...DEFAULT_POLICY, namespaces }
    expect((await find('com.acme', { ...offline, policy, publisher: who('bob', 7) })).proof?.kind).toBe(
      'policy',
    )
    const { proof, tried } = await find('com.acme', { ...offline, policy, publisher: who('bob') })
    expect(proof).toBeUndefined()
    expect(tried[0]).toMatchObject({ proof: { kind: 'policy' }, attempt: { proved: false } })
  })

  test('a domain belongs to whom owner.json names', async () => {
    const record = recordOf('dns', BOB)
    expect((await find('com.acme', { ...offline, publisher: who('bob'), record })).proof?.kind).toBe('dns')
    expect((await find('com.acme', { ...offline, publisher: who('bob', 8), record })).proof).toBeUndefined()
    expect((await find('com.acme', { ...offline, publisher: who('bob') })).proof).toBeUndefined()
    expect(
      (await find('com.acme', { ...offline, publisher: who('bob'), record: recordOf('dns') })).proof,
    ).toBeUndefined()
  })
})
