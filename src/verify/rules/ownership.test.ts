import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '../../catalog/policy.ts'
import type { Owner } from '../../catalog/catalog.ts'
import {
  fakeChange,
  fakeContext,
  fakeDns,
  fakePublication,
  fakeWeb,
  forkOf,
  HEAD_SHA,
  owners,
} from '../../../tests/support/gate-context.ts'
import { factsOf, type World } from '../../../tests/support/github-world.ts'
import type { Context } from '../context.ts'
import { findOwnership } from '../proofs/find-ownership.ts'
import type { GateRule } from '../rule.ts'
import { NAMESPACE_FORM } from './namespace-form.ts'
import { OWNER_CHANGE } from './owner-change.ts'
import { OWNERSHIP } from './ownership.ts'

const BOB = { login: 'bob', id: 7, type: 'User' as const }
const WORLD: World = { accounts: { acme: { id: 5, type: 'Organization' }, bob: { id: 7 } } }
const ALICE_RECORD: Owner = {
  id: 42,
  login: 'alice',
  type: 'User',
  proof: 'author',
  since: '2026-01-01T00:00:00Z',
}

async function ask(rule: GateRule, namespace: string, overrides: Partial<Context> = {}) {
  const change = fakeChange([fakePublication(`${namespace}/weather`)])
  const context = fakeContext({
    publisher: { ...BOB, headRepository: forkOf(BOB) },
    github: factsOf(WORLD, HEAD_SHA),
    dns: fakeDns({}),
    web: fakeWeb({}),
    ...overrides,
    ownership: async () => [await findOwnership(namespace, change, context)],
  })
  return rule.check(change, context)
}

describe('ownership that nothing shows', () => {
  test('of an organisation: every proof, what it saw, and its one step', async () => {
    const [outcome, ...more] = await ask(OWNERSHIP, 'io.github.acme')
    expect(more).toEqual([])
    expect(outcome).toMatchObject({
      status: 'fail',
      path: 'servers/ac/io.github.acme/weather/1.0.0/server.json',
    })
    expect(outcome!.message).toMatchInlineSnapshot(`
      "Nothing shows yet that \`bob\` may publish under \`io.github.acme\`. Any one of these is enough:
      - Fork: The branch is in \`bob/registry\`. Fork the registry into \`acme\`, push the branch there, and open the pull request from it.
      - Membership: \`bob\` is not among the public members of \`acme\`. Make your membership public: in the list of people of \`acme\`, set yourself from private to public.
      - Claim file: There is no public \`mcp-registry.json\` in \`acme/.github\`, or it is larger than 64 KiB. Add the file to its default branch. It holds \`{"publishers": [7]}\`.
      - Signature of a workflow: \`io.github.acme/weather 1.0.0\` has no \`proof.json\` with a Sigstore bundle. Sign each server.json in a workflow of \`acme\` that runs for a tag, a release or the default branch, and put the bundle into its \`proof.json\`."
    `)
  })

  test('of a domain: the record to add, letter for letter', async () => {
    const [outcome] = await ask(OWNERSHIP, 'com.acme.api')
    expect(outcome).toMatchObject({ status: 'fail' })
    expect(outcome!.message).toMatchInlineSnapshot(`
      "Nothing shows yet that \`bob\` may publish under \`com.acme.api\`. Any one of these is enough:
      - DNS: No TXT record of \`api.acme.com\` or \`acme.com\` begins with \`v=MCPv1;\`. Add to \`api.acme.com\` the TXT record \`v=MCPv1; github=bob:7\`.
      - Website: \`https://api.acme.com/.well-known/mcp-registry-auth\` answered 404. Serve at \`https://api.acme.com/.well-known/mcp-registry-auth\` the line \`v=MCPv1; github=bob:7\`."
    `)
  })

  test('because something did not answer is an error', async () => {
    const [outcome] = await ask(OWNERSHIP, 'com.acme', { dns: fakeDns({ 'acme.com': undefined }) })
    expect(outcome).toMatchObject({ status: 'error', message: expect.stringContaining('did not answer') })
    expect(outcome!.message).toContain('/.well-known/mcp-registry-auth')
    const down = factsOf({ ...WORLD, down: 'GitHub is busy.' }, HEAD_SHA)
    expect(await ask(OWNERSHIP, 'io.github.acme', { github: down })).toMatchObject([{ status: 'error' }])
  })

  test('offline is a failure that says how to learn more', async () => {
    const [outcome] = await ask(OWNERSHIP, 'com.acme', { offline: true })
    expect(outcome).toMatchObject({ status: 'fail', fix: expect.stringContaining('--offline') })
  })

  test('because the policy accepts no proof for it says so', async () => {
    const namespaces = [{ pattern: '**', proofs: ['author' as const] }]
    const [outcome] = await ask(OWNERSHIP, 'com.acme', { policy: { ...DEFAULT_POLICY, namespaces } })
    expect(outcome).toMatchObject({ status: 'fail', fix: expect.stringContaining('operator') })
  })
})

test('ownership that is shown passes with what was seen', async () => {
  const world = { ...WORLD, members: { acme: ['bob'] } }
  const outcomes = await ask(OWNERSHIP, 'io.github.acme', { github: factsOf(world, HEAD_SHA) })
  expect(outcomes).toEqual([{ status: 'pass', message: '`bob` is a public member of `acme`.' }])
})

describe('another owner than the recorded one', () => {
  const heir = {
    publisher: { login: 'alice', id: 583231, type: 'User' as const },
    github: factsOf({ accounts: { alice: { id: 583231 } } }, HEAD_SHA),
    ownerOf: owners({ 'io.github.alice': ALICE_RECORD }),
  }

  test('waits for a maintainer', async () => {
    const [outcome] = await ask(OWNER_CHANGE, 'io.github.alice', heir)
    expect(outcome).toMatchObject({
      status: 'hold',
      message: expect.stringMatching(/account `42` \(`alice`\).*account `583231` \(`alice`\)/),
      fix: expect.stringContaining('7 days'),
    })
  })

  test('waits for nothing more where the operator wants no days', async () => {
    const policy = { ...DEFAULT_POLICY, ownerChangeDays: 0 }
    const [outcome] = await ask(OWNER_CHANGE, 'io.github.alice', { ...heir, policy })
    expect(outcome!.fix).not.toContain('days')
  })

  test('is none who was renamed, which is a remark', async () => {
    const renamed = { ...heir, publisher: { login: 'alice-new', id: 42, type: 'User' as const } }
    expect(await ask(OWNER_CHANGE, 'io.github.alice', renamed)).toEqual([
      {
        status: 'pass',
        message: 'The account `42`, which owns `io.github.alice`, is called `alice-new` now.',
      },
    ])
    const same = { ...heir, publisher: { login: 'Alice', id: 42, type: 'User' as const } }
    expect(await ask(OWNER_CHANGE, 'io.github.alice', same)).toEqual([])
  })
})

describe('a namespace that nobody can own', () => {
  test.each(['acme', 'dev.pages', 'io.github', 'io.github.alice.deep', '1.0.0.127'])(
    '%s',
    async (namespace) => {
      expect(await ask(NAMESPACE_FORM, namespace)).toMatchObject([{ status: 'fail' }])
      expect(await ask(OWNERSHIP, namespace)).toMatchObject([{ status: 'skipped' }])
    },
  )

  test('is none that the operator or a maintainer gave away', async () => {
    const policy = { ...DEFAULT_POLICY, namespaces: [{ pattern: 'acme', accounts: [7] }] }
    expect(await ask(NAMESPACE_FORM, 'acme', { policy })).toEqual([])
    expect(await ask(OWNERSHIP, 'acme', { policy })).toMatchObject([{ status: 'pass' }])
    const ownerOf = owners({ acme: { ...ALICE_RECORD, id: 7, proof: 'maintainer' } })
    expect(await ask(NAMESPACE_FORM, 'acme', { ownerOf })).toEqual([])
    expect(await ask(OWNERSHIP, 'acme', { ownerOf })).toMatchObject([{ status: 'pass' }])
  })

  test('is no account and no domain', async () => {
    for (const namespace of ['io.github.acme', 'com.acme', 'com.acme.api']) {
      expect(await ask(NAMESPACE_FORM, namespace)).toEqual([])
    }
  })
})
