import { describe, expect, test } from 'vitest'
import type { Owner } from '../../catalog/catalog.ts'
import { serverFolder, versionFolder } from '../../model/tree-path.ts'
import { serverText, statementText } from '../../../tests/support/registry-files.ts'
import {
  fakeChange,
  fakeContext,
  fakePublication,
  fakeDns,
  HEAD_SHA,
  owners,
} from '../../../tests/support/gate-context.ts'
import { factsOf, type World } from '../../../tests/support/github-world.ts'
import type { Publication } from '../change/change.ts'
import { Unreachable } from '../net/unreachable.ts'
import { trackBranch } from '../release/track-branch.ts'
import type { Publisher } from '../publisher.ts'
import type { TreeView } from '../standing/tree-view.ts'
import type { NamespaceOwner, Verdict } from '../verdict.ts'
import type { Attempt } from './proof.ts'
import { findOwnership } from './find-ownership.ts'
import { RELEASE } from './release.ts'
import { ACME, recordOf, WORLD } from './testing/find.ts'

const NAMESPACE = 'io.github.acme'
const NAME = `${NAMESPACE}/weather`
const COMMIT = 'c'.repeat(40)
const REPOSITORY = 'acme/weather-mcp'
const FILE = serverText(NAME, '1.1.0')

/** A publication with these bytes. */
function publication(text: string, name = NAME, version = '1.1.0'): Publication {
  const fake = fakePublication(name, version)
  return { ...fake, file: { ...fake.file, bytes: Buffer.from(text) } }
}

const bot = (branch = trackBranch(NAME, '1.1.0')): Publisher => ({
  login: 'github-actions[bot]',
  id: 41_898_282,
  type: 'Bot',
  headRepository: {
    fullName: 'registry/servers',
    owner: { login: 'registry', id: 1, type: 'Organization' },
    isRegistry: true,
    isForkOfRegistry: false,
    branch,
  },
})

/** The registry at the base: path → content. */
function treeOf(files: Record<string, string>): TreeView {
  const paths = Object.keys(files)
  return {
    read: async (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
    has: async (path) => paths.some((known) => known === path || known.startsWith(`${path}/`)),
    async list(folder) {
      const below = paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
      return [...new Set(below.map((rest) => rest.split('/')[0]!))].map((name) => {
        return { name, oid: '', kind: below.includes(name) ? ('file' as const) : ('folder' as const) }
      })
    },
  }
}

const LISTING = `${serverFolder(NAME)}/listing.md`
const REGISTRY = {
  [LISTING]: `---\ntrack: { repository: ${REPOSITORY} }\n---\n`,
  [`${versionFolder(NAME, '1.0.0')}/server.json`]: serverText(NAME, '1.0.0'),
}
const repository = (more: Partial<NonNullable<World['repositories']>[string]> = {}) => ({
  [REPOSITORY]: {
    owner: ACME,
    tags: { 'v1.1.0': COMMIT },
    files: { [COMMIT]: { 'server.json': FILE } },
    ...more,
  },
})

interface Case {
  text?: string
  name?: string
  publisher?: Publisher
  repositories?: World['repositories']
  registry?: Record<string, string>
  record?: Owner
  rider?: Publication
  dns?: string
  earlier?: Verdict
}

function attempt({ text = FILE, name = NAME, rider, ...more }: Case = {}): Promise<Attempt | undefined> {
  const record = more.record ?? recordOf('author', { ...ACME })
  const context = fakeContext({
    publisher: more.publisher ?? bot(trackBranch(name, '1.1.0')),
    base: treeOf(more.registry ?? REGISTRY),
    github: factsOf({ ...WORLD, repositories: more.repositories ?? repository() }, HEAD_SHA),
    ownerOf: owners({ [name.split('/')[0]!]: record }),
    ...(more.dns !== undefined && { dns: fakeDns({ 'acme.com': [more.dns] }) }),
    ...(more.earlier && { earlier: more.earlier }),
  })
  const change = fakeChange([publication(text, name), ...(rider ? [rider] : [])])
  return RELEASE.attempt(name.split('/')[0]!, change, context)
}

test('a release of the repository that is tracked shows whose it is', async () => {
  expect(await attempt()).toEqual({
    proved: true,
    account: ACME,
    saw: 'The release `v1.1.0` of `acme/weather-mcp` (`ccccccc`) has this file, and listing.md tracks it.',
  })
})

test('the last version with its version raised does as well, where the release has no file', async () => {
  const repositories = repository({ files: {} })
  expect(await attempt({ repositories })).toMatchObject({ proved: true })
  expect(await attempt({ repositories, text: FILE.replace('weather.', 'weather!') })).toMatchObject({
    proved: false,
  })
})

test('withdrawn versions are not continued', async () => {
  const registry = {
    ...REGISTRY,
    [`${versionFolder(NAME, '1.0.9')}/server.json`]: serverText(NAME, '1.0.9', { title: 'Leaked' }),
    [`${versionFolder(NAME, '1.0.9')}/status.md`]: statementText({ status: 'deleted' }),
  }
  expect(await attempt({ registry, repositories: repository({ files: {} }) })).toMatchObject({ proved: true })
})

describe('of a domain', () => {
  const name = 'com.acme/weather'
  const text = serverText(name, '1.1.0')
  const given: Case = {
    name,
    text,
    registry: { [`${serverFolder(name)}/listing.md`]: REGISTRY[LISTING]! },
    repositories: repository({ files: { [COMMIT]: { 'server.json': text } } }),
    record: recordOf('dns', { id: 1, login: 'alice', others: [ACME.id] }),
    dns: `v=MCPv1; github=acme:${ACME.id}`,
  }
  const verdict = (shown: NonNullable<NamespaceOwner['shown']>, version = '1.1.0'): Verdict => ({
    version: 1,
    decision: 'merge',
    headSha: HEAD_SHA,
    baseSha: HEAD_SHA,
    findings: [],
    publishes: [{ name, version }],
    owners: [{ namespace: 'com.acme', owner: given.record!, record: 'recorded', shown }],
  })

  test('an account counts that is recorded, and that the domain still names', async () => {
    expect(await attempt(given)).toMatchObject({ proved: true, account: ACME })
    expect(await attempt({ ...given, record: recordOf('dns', { ...ACME }) })).toMatchObject({ proved: true })
  })

  test.for<[string, Case, string]>([
    [
      'the domain names others by now',
      { dns: 'v=MCPv1; github=mallory:66' },
      'The domain does not name the owner of the repository, the account `acme`.',
    ],
    [
      'only the domain names the account, and no record does',
      { record: recordOf('dns', { id: 1, login: 'alice' }) },
      '`acme/weather-mcp` belongs to the account `5` (`acme`), and the namespace to the account `1`.',
    ],
    [
      'no account is recorded',
      { record: recordOf('dns') },
      '`acme/weather-mcp` belongs to the account `5` (`acme`), and for the namespace no account is recorded.',
    ],
  ])('it does not where %s', async ([, more, saw]) => {
    expect(await attempt({ ...given, ...more })).toMatchObject({ proved: false, saw })
  })

  test('a maintainer’s decision needs no domain', async () => {
    expect(
      await attempt({ ...given, dns: 'nothing', record: recordOf('maintainer', { ...ACME }) }),
    ).toMatchObject({
      proved: true,
    })
  })

  test('the domain is not asked again when the pull request is merged, where it was asked before', async () => {
    const seen = verdict({ proof: 'release', account: ACME })
    expect(await attempt({ ...given, dns: 'nothing', earlier: seen })).toMatchObject({ proved: true })
    for (const earlier of [
      verdict({ proof: 'release', account: { ...ACME, id: 1 } }),
      verdict({ proof: 'dns', account: ACME }),
      verdict({ proof: 'release', account: ACME }, '1.0.9'),
    ]) {
      await expect(attempt({ ...given, earlier })).rejects.toThrow(Unreachable)
    }
  })
})

describe('does not count', () => {
  const stranger = { id: 66, login: 'acme', type: 'Organization' as const }
  test.for<[string, Case, string]>([
    [
      'the repository belongs to another account, though of the same login',
      { repositories: repository({ owner: stranger }) },
      '`acme/weather-mcp` belongs to the account `66` (`acme`), and the namespace to the account `5`.',
    ],
    [
      'the repository is gone or renamed',
      { repositories: {} },
      'There is no public repository `acme/weather-mcp` any more, or it has another name now.',
    ],
    [
      'the tag is gone',
      { repositories: repository({ tags: {} }) },
      '`acme/weather-mcp` has no tag `v1.1.0` or `1.1.0`.',
    ],
    [
      'the tag has moved',
      {
        repositories: repository({
          tags: { 'v1.1.0': 'd'.repeat(40) },
          files: { ['d'.repeat(40)]: { 'server.json': FILE.replace('weather.', 'storm.') } },
        }),
      },
      'The release `v1.1.0` of `acme/weather-mcp` (`ddddddd`) has another server.json by now.',
    ],
    [
      'the file was changed',
      { text: FILE.replace('weather.', 'storm.') },
      'The release `v1.1.0` of `acme/weather-mcp` (`ccccccc`) has another server.json by now.',
    ],
    [
      'the file of the release is huge',
      { repositories: repository({ files: { [COMMIT]: { 'server.json': FILE + ' '.repeat(300_000) } } }) },
      '`server.json` of the release is larger than 256 KiB.',
    ],
    [
      'the file of the release is about another server',
      {
        repositories: repository({
          files: { [COMMIT]: { 'server.json': serverText('com.evil/x', '1.1.0') } },
        }),
      },
      '`server.json` of the release is about `com.evil/x`.',
    ],
    [
      'listing.md tracks nothing',
      { registry: {} },
      'The listing.md of `io.github.acme/weather` tracks no releases.',
    ],
    [
      'listing.md cannot be read',
      { registry: { [LISTING]: `---\ntrack: { repository: ../evil }\n---\n` } },
      'The listing.md of `io.github.acme/weather` tracks no releases.',
    ],
    [
      'the branch is for another version',
      { publisher: bot(trackBranch(NAME, '1.0.1')) },
      'The branch is not `registry/track/io.github.acme/weather/1.1.0`.',
    ],
    [
      'a person opened it',
      { publisher: { ...bot(), type: 'User' } },
      'The registry did not open this pull request itself.',
    ],
    [
      'a second version rides along',
      { rider: fakePublication(NAME, '1.2.0') },
      'A release lists one new server.json, and nothing else.',
    ],
  ])('where %s', async ([, given, saw]) => {
    expect(await attempt(given)).toEqual({ proved: false, saw, fix: expect.stringMatching(/^[A-Z].*\.$/) })
  })
})

describe('of all proofs', () => {
  const tried = async (publisher: Publisher): Promise<string[]> => {
    const context = fakeContext({
      publisher,
      github: factsOf(WORLD, HEAD_SHA),
      ownerOf: owners({ [NAMESPACE]: recordOf('author', { ...ACME }) }),
    })
    const found = await findOwnership(NAMESPACE, fakeChange([publication(FILE)]), context)
    return found.tried.map(({ proof }) => proof.kind)
  }
  const inFork = { ...bot().headRepository!, isRegistry: false }

  test('it alone is asked for branches of releases in the registry itself, and for no others', async () => {
    expect(await tried(bot())).toEqual(['release'])
    expect(await tried(bot('patch-1'))).not.toContain('release')
    expect(await tried({ ...bot(), headRepository: inFork })).not.toContain('release')
  })
})

test('where GitHub does not answer, nothing is known', async () => {
  const github = {
    ...factsOf(WORLD, HEAD_SHA),
    repositoryOwner: () => Promise.reject(new Unreachable('Down.')),
  }
  const context = fakeContext({
    publisher: bot(),
    base: treeOf(REGISTRY),
    github,
    ownerOf: owners({ [NAMESPACE]: recordOf('author', { ...ACME }) }),
  })
  const { proof, tried } = await findOwnership(NAMESPACE, fakeChange([publication(FILE)]), context)
  expect(proof).toBeUndefined()
  expect(tried.find((one) => one.proof === RELEASE)).toMatchObject({ unreachable: 'Down.' })
})
