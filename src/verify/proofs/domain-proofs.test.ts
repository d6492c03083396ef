import { describe, expect, test } from 'vitest'
import { makeDomainKey, withSignature } from '../../../tests/support/domain-keys.ts'
import {
  fakeChange,
  fakeContext,
  fakeDns,
  fakePublication,
  fakeWeb,
} from '../../../tests/support/gate-context.ts'
import type { Publication } from '../change/change.ts'
import type { Context } from '../context.ts'
import { NoSuchHost } from '../net/out-of-reach.ts'
import { Unreachable } from '../net/unreachable.ts'
import { DNS } from './dns.ts'
import { HTTP } from './http.ts'
import type { Attempt } from './proof.ts'

const SEARCH = fakePublication('com.acme/search')
const BOB = 'v=MCPv1; github=bob:7'

function byDns(
  records: readonly string[],
  versions: Publication[] = [SEARCH],
  overrides: Partial<Context> = {},
) {
  const context = fakeContext({ dns: fakeDns({ 'acme.com': records }), ...overrides })
  return DNS.attempt('com.acme', fakeChange(versions, ['com.acme']), context)
}

function proved(more: object = {}) {
  return expect.objectContaining({ proved: true, ...more })
}

function refused(saw: RegExp, fix = /./) {
  return { proved: false, saw: expect.stringMatching(saw), fix: expect.stringMatching(fix) }
}

describe('a record that names an account', () => {
  test('proves its account, by id and whatever the login is now', async () => {
    const account = { id: 7, login: 'bob', type: 'User' }
    expect(await byDns([BOB])).toEqual(proved({ account }))
    expect(await byDns(['v=MCPv1;github=robert:7'])).toEqual(proved({ account }))
  })

  test('may stand among others, which are told', async () => {
    const others = [{ id: 9, login: 'carol' }]
    expect(await byDns(['v=spf1 -all', 'v=MCPv1; github=carol:9', BOB])).toEqual(proved({ others }))
  })

  test.each([
    ['another id for the same login', 'v=MCPv1; github=bob:8', /names `bob:8`, and not the author, `bob`/],
    ['an id that goes on', 'v=MCPv1; github=bob:70', /not the author/],
    ['an id that nobody has', 'v=MCPv1; github=bob:7000000000000000', /has neither/],
    ['no id', 'v=MCPv1; github=bob', /has neither/],
    ['nothing of ours', 'v=spf1 -all', /No TXT record of `acme.com`/],
  ])('%s proves nothing', async (_, record, saw) => {
    expect(await byDns([record])).toEqual(
      refused(saw, /^Add to `acme.com` the TXT record `v=MCPv1; github=bob:7`\.$/),
    )
  })

  test.each([{ type: 'Bot' as const }, { viaApp: true }])('does not speak for %j', async (who) => {
    const publisher = { login: 'bob', id: 7, type: 'User' as const, ...who }
    expect(await byDns([BOB], [SEARCH], { publisher })).toEqual(refused(/bot or an App/, /sign/))
  })
})

describe.each(['ed25519', 'ecdsap384'] as const)('a key (%s)', (algorithm) => {
  const key = makeDomainKey(algorithm)
  const stale = makeDomainKey(algorithm)

  test('proves what it has signed, whoever opens the pull request', async () => {
    const publisher = { login: 'release[bot]', id: 99, type: 'Bot' as const, viaApp: true }
    const attempt = await byDns([key.record], [withSignature(SEARCH, key)], { publisher })
    expect(attempt).toEqual(proved())
    expect(attempt).not.toHaveProperty('account')
  })

  test('may be one of several, some of them stale or broken', async () => {
    const broken = `v=MCPv1; k=${algorithm}; p=AAAA`
    const signed = withSignature(SEARCH, key)
    expect(await byDns([broken, stale.record, key.record], [signed])).toEqual(proved())
  })

  test.each<[string, Publication, RegExp]>([
    ['no proof.json', SEARCH, /no `proof.json`/],
    [
      'a signature of another version',
      withSignature(SEARCH, key, fakePublication('com.acme/search', '2.0.0')),
      /does not fit/,
    ],
    [
      'a signature of another name',
      withSignature(SEARCH, key, { ...SEARCH, name: 'com.acme/other' }),
      /does not fit/,
    ],
    [
      'a signature of another version of the same bytes',
      withSignature(SEARCH, key, { ...SEARCH, version: '1.0.1' }),
      /does not fit/,
    ],
    ['a signature by a stale key', withSignature(SEARCH, stale), /none of the published keys.*out of date/],
    [
      'a proof.json that is none',
      fakePublication('com.acme/search', '1.0.0', { version: 2 }),
      /cannot be read: .*version/,
    ],
    [
      'a bundle only',
      fakePublication('com.acme/search', '1.0.0', { version: 1, sigstore: {} }),
      /no `signature`/,
    ],
  ])('refuses %s', async (_, version, saw) => {
    expect(await byDns([key.record], [version])).toEqual(refused(saw, /Sign each version/))
  })

  test('refuses bytes that were changed after signing', async () => {
    const { proof } = withSignature(SEARCH, key)
    const file = { ...SEARCH.file, bytes: Buffer.from(`${SEARCH.file.bytes.toString()} `) }
    expect(await byDns([key.record], [{ ...SEARCH, file, proof: proof! }])).toEqual(refused(/does not fit/))
  })

  test('has to have signed every version', async () => {
    const second = fakePublication('com.acme/search', '1.0.1')
    const attempt = await byDns([key.record], [withSignature(SEARCH, key), second])
    expect(attempt).toEqual(refused(/`com.acme\/search 1.0.1` has no `proof.json`/))
    const both = [withSignature(SEARCH, key), withSignature(second, key)]
    expect(await byDns([key.record], both)).toEqual(proved())
  })

  test.each([
    ['a status', 'status' as const, 'servers/ac/com.acme/search/status.md'],
    ['a page', 'listing' as const, 'servers/ac/com.acme/search/listing.md'],
  ])('does not vouch for %s beside what it has signed', async (_, kind, path) => {
    const version = withSignature(SEARCH, key)
    const place = { kind, namespace: 'com.acme', name: 'search' }
    const rider = {
      path,
      place,
      status: 'added' as const,
      mode: '100644',
      size: 3,
      bytes: Buffer.from('---'),
    }
    const change = fakeChange([version], ['com.acme'])
    const files = [...change.files, rider]
    const context = fakeContext({ dns: fakeDns({ 'acme.com': [key.record] }) })
    expect(await DNS.attempt('com.acme', { ...change, files }, context)).toEqual(
      refused(/says nothing about `.*\.md`/),
    )
  })

  test('cannot sign a change of status, for which an account has to be named', async () => {
    expect(await byDns([key.record], [])).toEqual(
      refused(/nothing that it could have signed/, /github=bob:7/),
    )
    expect(await byDns([key.record, BOB], [])).toEqual(
      proved({ account: { id: 7, login: 'bob', type: 'User' } }),
    )
  })
})

test.each([
  ['k=ed25519; p=AAAA', /3 bytes; an Ed25519 key has 32/],
  ['k=rsa; p=AAAA', /`k=rsa`/],
  ['k=ed25519; p=AAAA=', /not base64/],
  [`k=ecdsap384; p=${Buffer.alloc(49, 4).toString('base64')}`, /compressed point/],
  [`k=ecdsap384; p=${Buffer.alloc(49, 255).fill(2, 0, 1).toString('base64')}`, /no point on the curve/],
])('a single broken key gives its own fault: %s', async (record, saw) => {
  expect(await byDns([`v=MCPv1; ${record}`])).toEqual(refused(saw))
})

describe('DNS', () => {
  const asked = (records: Record<string, readonly string[] | undefined>, namespace = 'com.acme.api') =>
    DNS.attempt(namespace, fakeChange([], [namespace]), fakeContext({ dns: fakeDns(records) }))

  test('of a domain covers what is below it, and not what is above', async () => {
    expect(await asked({ 'acme.com': [BOB] })).toEqual(proved())
    expect(await asked({ 'api.acme.com': [BOB] })).toEqual(proved())
    expect(await asked({ 'api.acme.com': [BOB] }, 'com.acme')).toEqual(refused(/No TXT record of `acme.com`/))
  })

  test('is not asked above what somebody registered', async () => {
    expect(await asked({ com: [BOB], 'pages.dev': [BOB] })).toEqual(refused(/`api.acme.com` or `acme.com`/))
    expect(await asked({ 'pages.dev': [BOB] }, 'dev.pages.bob')).toEqual(
      refused(/No TXT record of `bob.pages.dev` /),
    )
    expect(await asked({ 'pages.dev': [BOB] }, 'dev.pages')).toBeUndefined()
    expect(await asked({ 'bob.github.io': [BOB] }, 'io.github.bob')).toBeUndefined()
  })

  test('that does not answer is no answer, unless another domain proves it', async () => {
    await expect(asked({ 'api.acme.com': undefined })).rejects.toThrow(Unreachable)
    expect(await asked({ 'api.acme.com': undefined, 'acme.com': [BOB] })).toEqual(proved())
  })
})

describe('HTTP', () => {
  const URL = 'https://acme.com/.well-known/mcp-registry-auth'
  const asked = (
    answer: Parameters<typeof fakeWeb>[0][string],
    versions = [SEARCH],
    namespace = 'com.acme',
  ) =>
    HTTP.attempt(
      namespace,
      fakeChange(versions, [namespace]),
      fakeContext({ web: fakeWeb({ [URL]: answer, 'https://evil.example/': { body: BOB } }) }),
    )

  test('takes several records, one a line', async () => {
    const [stale, key] = [makeDomainKey(), makeDomainKey('ecdsap384')]
    const body = `${stale.record}\n${key.record}\r\nv=MCPv1; github=carol:9\n`
    const others = [{ id: 9, login: 'carol' }]
    expect(await asked({ body }, [withSignature(SEARCH, key)])).toEqual(proved({ others }))
    expect(await asked({ body: `# us\n${BOB}\n` })).toEqual(proved())
  })

  test.each<[string, Parameters<typeof fakeWeb>[0][string], RegExp]>([
    ['404', { status: 404, body: BOB }, /answered 404/],
    [
      'a redirect',
      { status: 301, headers: { location: 'https://evil.example/' }, body: BOB },
      /redirects to `https:\/\/evil.example\/`/,
    ],
    ['more than 4096 bytes', { body: `${BOB}\n`.padEnd(4097) }, /has 4097 bytes/],
    ['no host', new NoSuchHost('There is no host `acme.com`.'), /no host/],
    ['nothing of ours', { body: 'hello' }, /no line that begins/],
  ])('refuses %s', async (_, answer, saw) => {
    expect(await asked(answer)).toEqual(refused(saw, /^Serve at .* the line `v=MCPv1; github=bob:7`\.$/))
  })

  test('takes 4096 bytes', async () => expect(await asked({ body: BOB.padEnd(4096) })).toEqual(proved()))

  test('covers exactly its domain', async () => {
    expect(await asked({ body: BOB }, [], 'com.acme.api')).toEqual(refused(/answered 404/))
  })

  test('that does not answer is no answer', async () => {
    await expect(asked(new Unreachable('down'))).rejects.toThrow(Unreachable)
  })
})

test('the fix of a laptop without an id says what to fill in', async () => {
  const publisher = { login: 'nobody-known', type: 'User' as const }
  const attempt = (await byDns([], [], { publisher })) as Extract<Attempt, { proved: false }>
  expect(attempt.fix).toContain('`v=MCPv1; github=nobody-known:<account id>`')
})
