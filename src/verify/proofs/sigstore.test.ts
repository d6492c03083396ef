import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from 'sigstore'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  fakeChange,
  fakeContext,
  fakePublication,
  HEAD_SHA,
  owners,
} from '../../../tests/support/gate-context.ts'
import { factsOf } from '../../../tests/support/github-world.ts'
import { makeSigstore, type Claims, type SigstoreWorld } from '../../../tests/support/sigstore-world.ts'
import type { Publication } from '../change/change.ts'
import type { Context } from '../context.ts'
import { Unreachable } from '../net/unreachable.ts'
import { sigstoreProof } from './sigstore.ts'
import { sigstoreTrust } from './sigstore-trust.ts'

const SEARCH = fakePublication('io.github.acme/search')
const RELEASE: Claims = {
  iss: 'https://token.actions.githubusercontent.com',
  repository: 'acme/search',
  repository_owner: 'acme',
  repository_owner_id: '5',
  event_name: 'release',
  ref: 'refs/tags/v1.0.0',
}
const WORLD = {
  accounts: { acme: { id: 5, type: 'Organization' as const }, bob: { id: 7 } },
  branches: { 'acme/search': { main: 'HEAD' } },
}

let sigstore: SigstoreWorld
beforeAll(async () => void (sigstore = await makeSigstore()))

function withBundle(publication: Publication, bundle: Bundle): Publication {
  return { ...publication, proof: Buffer.from(JSON.stringify({ version: 1, sigstore: bundle })) }
}

async function asked(
  versions: Publication[],
  overrides: Partial<Context> = {},
  namespace = 'io.github.acme',
) {
  const context = fakeContext({ github: factsOf(WORLD, HEAD_SHA), ...overrides })
  return sigstoreProof(sigstore.trust).attempt(namespace, fakeChange(versions, [namespace]), context)
}

async function signed(claims: Claims = {}, document = SEARCH.file.bytes) {
  return withBundle(SEARCH, await sigstore.sign(document, { ...RELEASE, ...claims }))
}

function refused(saw: RegExp) {
  return {
    proved: false,
    saw: expect.stringMatching(saw),
    fix: expect.stringMatching(/^Sign each server.json/),
  }
}

test('a workflow of the account proves it, whoever opens the pull request', async () => {
  const publisher = { login: 'release[bot]', id: 99, type: 'Bot' as const, viaApp: true }
  expect(await asked([await signed()], { publisher })).toEqual({
    proved: true,
    account: { id: 5, login: 'acme', type: 'Organization' },
    saw: 'A workflow of `https://github.com/acme/search` signed it (`release`, `refs/tags/v1.0.0`).',
  })
})

test.each([
  { event_name: 'push', ref: 'refs/heads/main' },
  { event_name: 'workflow_dispatch', ref: 'refs/heads/main' },
  { event_name: 'push', ref: 'refs/tags/v2' },
])('%j counts', async (claims) => {
  expect(await asked([await signed(claims)])).toMatchObject({ proved: true })
})

describe('what another workflow signs does not count', () => {
  test.each<[Claims, RegExp]>([
    [{ repository_owner_id: '6' }, /belongs to the account `6`/],
    [{ repository_owner_id: '05' }, /belongs to the account `undefined`/],
    [{ event_name: 'pull_request_target' }, /that `pull_request_target` started/],
    [{ event_name: 'workflow_run' }, /started/],
    [{ ref: 'refs/heads/feature' }, /no tag and not the default branch/],
    [{ ref: 'refs/pull/1/merge' }, /no tag and not the default branch/],
    [{ ref: 'refs/heads/main', repository: 'acme/unknown' }, /no tag and not the default branch/],
    [{ iss: 'https://accounts.example' }, /not signed by GitHub Actions/],
  ])('%j', async (claims, saw) => {
    expect(await asked([await signed(claims)])).toEqual(refused(saw))
  })
})

test('the login may have changed hands: the recorded id counts', async () => {
  const record = {
    id: 5,
    login: 'acme',
    type: 'Organization' as const,
    proof: 'sigstore',
    since: '2026-01-01T00:00:00Z',
  }
  const overrides = {
    ownerOf: owners({ 'io.github.acme': record }),
    github: factsOf({ accounts: { acme: { id: 6 } } }, HEAD_SHA),
  }
  expect(await asked([await signed()], overrides)).toMatchObject({ proved: true, account: { id: 5 } })
})

describe('a signature', () => {
  test('of other bytes does not count', async () => {
    expect(await asked([await signed({}, Buffer.from('other'))])).toEqual(refused(/does not count/))
  })

  test('by a Sigstore that nobody trusts does not count', async () => {
    const other = await makeSigstore()
    const bundle = await other.sign(SEARCH.file.bytes, RELEASE)
    expect(await asked([withBundle(SEARCH, bundle)])).toEqual(refused(/does not count/))
  })

  test('has to be there for every version', async () => {
    const second = fakePublication('io.github.acme/search', '1.0.1')
    expect(await asked([await signed(), second])).toEqual(refused(/1.0.1` has no `proof.json`/))
    const replayed = { ...second, proof: (await signed()).proof! }
    expect(await asked([await signed(), replayed])).toEqual(refused(/1.0.1` does not count/))
  })

  test.each([{}, { mediaType: 'x' }, { content: null }, { dsseEnvelope: 1 }])(
    'that is %j is none',
    async (bundle) => {
      expect(await asked([withBundle(SEARCH, bundle as unknown as Bundle)])).toEqual(
        refused(/does not count: it cannot be read/),
      )
    },
  )
})

describe('an attestation', () => {
  const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const statement = (bytes: Buffer, predicateType = 'https://slsa.dev/provenance/v1') => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'server.json', digest: { sha256: digestOf(bytes) } }],
    predicateType,
    predicate: {},
  })
  const attested = async (content: object) => withBundle(SEARCH, await sigstore.attest(content, RELEASE))

  test('of where this very file was built counts', async () => {
    expect(await asked([await attested(statement(SEARCH.file.bytes))])).toMatchObject({ proved: true })
  })

  test('of another file does not, though it is sound', async () => {
    const attempt = await asked([await attested(statement(Buffer.from('package.tgz')))])
    expect(attempt).toEqual(refused(/about another file/))
  })

  test.each([{}, statement(SEARCH.file.bytes, 'https://example.com/scan/v1')])(
    'of another kind does not: %j',
    async (content) => {
      expect(await asked([await attested(content)])).toEqual(refused(/does not count/))
    },
  )
})

test('a domain has no workflows, and a change of status no signature', async () => {
  expect(await asked([], {}, 'com.acme')).toBeUndefined()
  expect(await asked([])).toEqual(refused(/no new version/))
  expect(await asked([SEARCH])).toEqual(refused(/has no `proof.json`/))
})

test('without Sigstore’s keys nothing is known', async () => {
  const trust = sigstoreTrust({
    tufMirrorURL: 'http://127.0.0.1:1',
    tufRootPath: '/nowhere',
    tufCachePath: mkdtempSync(join(tmpdir(), 'sigstore-')),
    retry: 0,
  })
  const context = fakeContext({ github: factsOf(WORLD, HEAD_SHA) })
  const attempt = sigstoreProof(trust).attempt('io.github.acme', fakeChange([await signed()]), context)
  await expect(attempt).rejects.toThrow(Unreachable)
})
