import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namespaceFolder, serverFolder, versionFolder } from '../../src/model/tree-path.ts'
import { offlineDns, offlineWeb } from '../../src/verify/net/offline.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { verify } from '../../src/verify/verify.ts'
import { makeRepository, type Files, type TestRepository } from '../support/git-repository.ts'
import { factsOf } from '../support/github-world.ts'
import { serverText } from '../support/registry-files.ts'

/** Nobody may be asked offline. */
const NOBODY = factsOf({ accounts: {}, down: 'There is no network.' }, '')

const PUBLISHERS = ['alice', 'bob', 'mallory'] as const
type Login = (typeof PUBLISHERS)[number]

/** Something that a publisher tries, in a namespace that may be anybody's. */
interface Attempt {
  by: Login
  of: Login
  kind: 'publish' | 'edit' | 'remove' | 'status' | 'owner' | 'moderation' | 'steal' | 'listing'
  name: string
  version: string
  salt: number
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  by: fc.constantFrom(...PUBLISHERS),
  of: fc.constantFrom(...PUBLISHERS),
  kind: fc.constantFrom(
    'publish',
    'publish',
    'publish',
    'edit',
    'remove',
    'status',
    'owner',
    'moderation',
    'steal',
    'listing',
  ),
  name: fc.constantFrom('map', 'weather'),
  version: fc.constantFrom('1.0.0', '1.1.0', '2.0.0-rc.1'),
  salt: fc.nat(3),
})

/** A new version of one's own, which is accepted. */
const publication: fc.Arbitrary<Attempt> = attempt.map((what) => ({ ...what, of: what.by, kind: 'publish' }))

const namespaceOf = (login: Login): string => `io.github.${login}`

function filesOf({ kind, by, of, name, version, salt }: Attempt): Files {
  const server = `${namespaceOf(of)}/${name}`
  const own = `${namespaceOf(by)}/${name}`
  const file = `${versionFolder(server, version)}/server.json`
  const text = serverText(server, version, { title: `Title ${salt}` })
  const files: Record<Attempt['kind'], Files> = {
    publish: { [file]: text },
    edit: { [file]: text },
    remove: { [file]: null },
    status: { [`${serverFolder(server)}/status.md`]: `---\nstatus: deprecated\n---\n\nNumber ${salt}\n` },
    listing: { [`${serverFolder(server)}/listing.md`]: `---\nlinks: {}\n---\n\nNumber ${salt}\n` },
    owner: {
      [`${namespaceFolder(namespaceOf(of))}/owner.json`]: `{"id":${salt + 1},"proof":"author","since":"2026-01-01T00:00:00Z"}\n`,
    },
    moderation: { [`${serverFolder(server)}/moderation.md`]: '---\nstatus: deleted\nreason: x\n---\n' },
    steal: { [file]: null, [`${versionFolder(own, version)}/server.json`]: serverText(own, version) },
  }
  return files[kind]
}

let clock = 10

/** Commits an attempt on a branch from the main branch; removals of what is not there are left out. */
function branch(repository: TestRepository, name: string, what: Attempt): void {
  repository.git('switch', '--quiet', '--force-create', name, 'main')
  const known = new Set(repository.git('ls-files', '-z').split('\0'))
  const files = Object.entries(filesOf(what)).filter(([path, text]) => text !== null || known.has(path))
  repository.commit(Object.fromEntries(files), { at: clock++ })
  repository.git('switch', '--quiet', 'main')
}

function judge({ folder }: TestRepository, head: string, by: Login): Promise<Verdict> {
  const publisher = { login: by, id: PUBLISHERS.indexOf(by) + 1, type: 'User' as const }
  return verify({
    repository: folder,
    base: 'main',
    head,
    publisher,
    github: NOBODY,
    web: () => offlineWeb,
    dns: offlineDns,
    offline: true,
  })
}

/** Merges as the registry does, with the owner that the verdict gives. */
function merge(repository: TestRepository, head: string, { owners = [] }: Verdict): boolean {
  try {
    repository.merge(head, { at: clock++ })
  } catch {
    repository.git('merge', '--abort')
    return false
  }
  const records = owners.map(({ namespace, owner }) => [
    `${namespaceFolder(namespace)}/owner.json`,
    `${JSON.stringify(owner)}\n`,
  ])
  repository.commit(Object.fromEntries(records) as Files, { at: clock++ })
  return true
}

function namespaceTrees({ git }: TestRepository): Record<string, string> {
  const trees = PUBLISHERS.map((login) => [
    login,
    git('ls-tree', 'main', '--', namespaceFolder(namespaceOf(login))),
  ])
  return Object.fromEntries(trees) as Record<string, string>
}

function begin(): TestRepository {
  const repository = makeRepository()
  repository.commit({ 'registry.config.json': '{"title":"Test"}', 'README.md': 'x' }, { at: 1 })
  return repository
}

describe('whatever publishers try', { timeout: 120_000 }, () => {
  test('no byte changes in a namespace of somebody else', async () => {
    let merged = 0
    await fc.assert(
      fc.asyncProperty(fc.array(attempt, { minLength: 4, maxLength: 10 }), async (attempts) => {
        const repository = begin()
        for (const what of attempts) {
          branch(repository, 'head', what)
          const verdict = await judge(repository, 'head', what.by)
          if (verdict.decision !== 'merge') continue
          const before = namespaceTrees(repository)
          expect(merge(repository, 'head', verdict)).toBe(true)
          const after = namespaceTrees(repository)
          const changed = PUBLISHERS.filter((login) => before[login] !== after[login])
          expect(changed).toEqual([what.by])
          merged++
        }
      }),
      { numRuns: 12 },
    )
    // A gate that lets nothing through would change nothing either.
    expect(merged).toBeGreaterThan(0)
  })

  test('two changes that are accepted merge cleanly in either order, unless they are about the same file', async () => {
    await fc.assert(
      fc.asyncProperty(publication, publication, async (first, second) => {
        const paths = new Set(Object.keys(filesOf(first)))
        fc.pre(!Object.keys(filesOf(second)).some((path) => paths.has(path)))
        for (const order of [
          [first, second],
          [second, first],
        ] as const) {
          const repository = begin()
          order.forEach((what, index) => branch(repository, `head-${index}`, what))
          const verdicts = [
            await judge(repository, 'head-0', order[0].by),
            await judge(repository, 'head-1', order[1].by),
          ]
          expect(verdicts.map(({ decision }) => decision)).toEqual(['merge', 'merge'])
          expect(merge(repository, 'head-0', verdicts[0]!)).toBe(true)
          const again = await judge(repository, 'head-1', order[1].by)
          expect(again.decision).toBe('merge')
          expect(merge(repository, 'head-1', again)).toBe(true)
        }
      }),
      { numRuns: 12 },
    )
  })
})
