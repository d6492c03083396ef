import fc from 'fast-check'
import type { Bundle } from 'sigstore'
import { beforeAll, expect, test } from 'vitest'
import { makeDomainKey, withSignature } from '../../../tests/support/domain-keys.ts'
import {
  fakeChange,
  fakeContext,
  fakeDns,
  fakePublication,
  fakeWeb,
  HEAD_SHA,
} from '../../../tests/support/gate-context.ts'
import { factsOf } from '../../../tests/support/github-world.ts'
import { makeSigstore } from '../../../tests/support/sigstore-world.ts'
import type { Publication } from '../change/change.ts'
import type { HeadRepository, Publisher } from '../publisher.ts'
import { findOwnership } from './find-ownership.ts'
import { PROOFS } from './index.ts'
import type { Proof } from './proof.ts'
import { sigstoreProof } from './sigstore.ts'

/** Everything below belongs to these; the stranger is never one of them. */
const OWNERS = { alice: { id: 1 }, acme: { id: 5, type: 'Organization' as const } }
const KEYS = [makeDomainKey(), makeDomainKey('ecdsap384')]
const STOLEN = makeDomainKey()
const NAMESPACES = [
  'io.github.alice',
  'io.github.acme',
  'com.acme',
  'com.acme.api',
  'dev.pages',
  'io.github',
  'acme',
]

const id = fc.constantFrom(2, 6, 8, 70, 99)
/** Logins are free to take: the stranger may have one that an owner had. */
const login = fc.constantFrom('mallory', 'alice', 'acme', 'Acme', 'alice-old')

const stranger: fc.Arbitrary<Publisher> = fc.record({
  login,
  id,
  type: fc.constantFrom('User' as const, 'Bot' as const, 'Organization' as const),
  viaApp: fc.boolean(),
})

/** A branch of the stranger's, or one of an owner's that lacks what makes it count. */
const head: fc.Arbitrary<HeadRepository | undefined> = fc.option(
  fc.oneof(
    fc.record({
      fullName: fc.constantFrom('mallory/registry', 'acme/registry'),
      owner: fc.record({ login, id, type: fc.constantFrom('User' as const, 'Organization' as const) }),
      isRegistry: fc.boolean(),
      isForkOfRegistry: fc.boolean(),
      branch: fc.constant('publish'),
    }),
    fc
      .record({
        isRegistry: fc.boolean(),
        isForkOfRegistry: fc.boolean(),
        branch: fc.constantFrom('publish', 'moved'),
      })
      .filter((made) => made.isRegistry || !made.isForkOfRegistry || made.branch === 'moved')
      .map((made) => ({
        fullName: 'acme/registry',
        owner: { login: 'acme', id: 5, type: 'Organization' as const },
        ...made,
      })),
  ),
  { nil: undefined },
)

let proofs: readonly Proof[]
/** By workflows of the stranger, and one by an owner's of another file. */
const bundles: Bundle[] = []

beforeAll(async () => {
  const sigstore = await makeSigstore()
  proofs = PROOFS.map((proof) => (proof.kind === 'sigstore' ? sigstoreProof(sigstore.trust) : proof))
  const run = {
    iss: 'https://token.actions.githubusercontent.com',
    repository: 'acme/search',
    repository_owner: 'acme',
    event_name: 'release',
    ref: 'refs/tags/v1',
  }
  const { bytes } = fakePublication('io.github.acme/search').file
  bundles.push(await sigstore.sign(bytes, { ...run, repository_owner_id: '8' }))
  bundles.push(await sigstore.sign(Buffer.from('{}'), { ...run, repository_owner_id: '5' }))
})

/** No proof.json, one by a key of the stranger's, or a real one of something else. */
function signed(version: Publication): fc.Arbitrary<Publication> {
  const others = [
    { ...version, version: '0.9.0' },
    { ...version, name: `${version.namespace}/other` },
    { ...version, file: { ...version.file, bytes: Buffer.from('{}') } },
  ]
  return fc.oneof(
    fc.constant(version),
    fc.constant(withSignature(version, STOLEN)),
    fc
      .tuple(fc.constantFrom(...KEYS), fc.constantFrom(...others))
      .map(([key, as]) => withSignature(version, key, as)),
    fc.nat(1).map((which) => {
      const proof = { version: 1, sigstore: bundles[which] }
      return { ...version, proof: Buffer.from(JSON.stringify(proof)) }
    }),
    fc.uint8Array({ maxLength: 80 }).map((bytes) => ({ ...version, proof: Buffer.from(bytes) })),
    fc.json().map((text) => ({ ...version, proof: Buffer.from(text) })),
  )
}

const records = fc.subarray([
  ...KEYS.map(({ record }) => record),
  'v=MCPv1; github=alice:1',
  'v=MCPv1; github=acme:5',
  'v=MCPv1; github=mallory:',
  'v=MCPv1; k=ed25519; p=',
  'v=spf1 -all',
])

const claims = fc.constantFrom(
  '{"publishers":[1]}',
  '{"publishers":"*"}',
  '{"publishers":[[2],"8"]}',
  '[]',
  '',
)

const attempts = fc.constantFrom(...NAMESPACES).chain((namespace) =>
  fc.record({
    namespace: fc.constant(namespace),
    publisher: stranger,
    head,
    versions: fc.oneof(
      fc.constant([]),
      signed(fakePublication(`${namespace}/search`)).map((version) => [version]),
    ),
    records,
    claim: claims,
    isRecorded: fc.boolean(),
  }),
)

test('no proof succeeds for a stranger', async () => {
  await fc.assert(
    fc.asyncProperty(
      attempts,
      async ({ namespace, publisher, head: from, versions, records: txt, claim, isRecorded }) => {
        const text = txt.join('\n')
        const context = fakeContext({
          publisher: { ...publisher, ...(from && { headRepository: from }) },
          github: factsOf(
            {
              accounts: { ...OWNERS, mallory: { id: 8 } },
              members: { acme: ['bob'] },
              branches: {
                'acme/registry': { publish: 'HEAD', moved: 'd'.repeat(40) },
                'mallory/registry': { publish: 'HEAD' },
              },
              files: {
                'acme/.github': { 'mcp-registry.json': claim },
                'mallory/.github': { 'mcp-registry.json': '{"publishers":[8]}' },
              },
            },
            HEAD_SHA,
          ),
          dns: fakeDns({
            'acme.com': txt,
            'api.acme.com': txt,
            'pages.dev': ['v=MCPv1; github=mallory:8'],
            com: ['v=MCPv1; github=mallory:8'],
          }),
          web: fakeWeb({
            'https://acme.com/.well-known/mcp-registry-auth': { body: text },
            'https://api.acme.com/.well-known/mcp-registry-auth': {
              status: 302,
              headers: { location: 'https://mallory.example/' },
              body: 'v=MCPv1; github=mallory:8',
            },
          }),
          ownerOf: async () =>
            isRecorded
              ? {
                  id: 1,
                  login: publisher.login,
                  type: 'User',
                  proof: 'author',
                  since: '2026-01-01T00:00:00Z',
                }
              : undefined,
        })
        const { proof, owner } = await findOwnership(
          namespace,
          fakeChange(versions, [namespace]),
          context,
          proofs,
        )
        expect({ proof: proof?.kind, owner }).toEqual({ proof: undefined, owner: undefined })
      },
    ),
    { numRuns: 600 },
  )
})
