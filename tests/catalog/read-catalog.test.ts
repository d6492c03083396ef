import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadCatalog, readCatalog, readCatalogAt } from '../../src/catalog/read-catalog.ts'
import { formatProblem } from '../../src/catalog/problem.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import {
  makeRepository,
  temporaryFolder,
  writeFiles,
  type TestRepository,
} from '../support/git-repository.ts'
import { serverFile, statementText, statusFile } from '../support/registry-files.ts'
import { summaryOf } from '../support/summary.ts'

const EPOCH = 1_750_000_000
const NOW = { now: (EPOCH + 999) * 1_000_000 }
const NAME = 'com.acme/search'
const at = (seconds: number) => ({ at: EPOCH + seconds })
const one = (version: string, more: object = {}): Record<string, string> => serverFile(NAME, version, more)
const pathOf = (version: string): string => `${versionFolder(NAME, version)}/server.json`

/** A bit of everything. */
function makeRegistry(prefix = '', ...initOptions: string[]): TestRepository {
  const repository = makeRepository(...initOptions)
  const below = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}${path}`, text]))
  repository.commit(
    below({ ...one('1.0.0'), ...serverFile('io.github.Zoë-x/odd'.replace('ë', 'e'), '1+é 😀') }),
    at(10),
  )
  repository.commit(below(one('2.0.0')), at(20))
  repository.commit(below(statusFile(NAME, '2.0.0', 'deprecated', 'Old')), at(30))
  repository.commit(below(statusFile(NAME, '2.0.0', 'deleted', 'Gone')), at(40))
  repository.commit(below(one('1.0.0', { title: 'Edited' })), at(50))
  return repository
}

const EXPECTED = {
  'com.acme/search 1.0.0': 'active 10/10/50 latest',
  'com.acme/search 2.0.0': 'deleted 20/40/40 "Gone"',
  'io.github.Zoe-x/odd 1+é 😀': 'active 10/10/10 latest',
}

describe('the working tree and the commit', () => {
  test.each([
    ['at the top of the repository', '', []],
    ['in a folder of it', 'pückages/my registry/', []],
    ['with SHA-256', '', ['--object-format=sha256']],
  ])('say the same %s', async (_, prefix, initOptions) => {
    const { folder, git } = makeRegistry(prefix, ...initOptions)
    const root = join(folder, prefix)
    const onDisk = await readCatalog(root, NOW)
    expect(onDisk.problems).toEqual([])
    expect(summaryOf(onDisk.catalog, EPOCH)).toEqual(EXPECTED)
    expect(onDisk.catalog.commit).toBe(git('rev-parse', 'HEAD'))
    expect(onDisk.catalog.updatedAt).toBe((EPOCH + 50) * 1_000_000)
    expect(await readCatalogAt(root, 'HEAD')).toEqual(onDisk)
  })

  test('say the same of what is wrong', async () => {
    const { folder, write, git, commit } = makeRegistry()
    write({ [pathOf('3.0.0')]: '{', 'servers/README.md': 'x', ...one('4.0.0') })
    chmodSync(join(folder, pathOf('4.0.0')), 0o755)
    symlinkSync('server.json', join(folder, versionFolder(NAME, '1.0.0'), 'proof.json'))
    symlinkSync('/etc', join(folder, 'servers/ac/com.acme/etc'))
    commit({}, at(60))
    const onDisk = await readCatalog(folder, NOW)
    expect(onDisk.problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^servers\/README.md:1:1 R101 /),
      expect.stringMatching(/^servers\/ac\/com.acme\/etc:1:1 R101 /),
      expect.stringMatching(/^servers\/ac\/com.acme\/search\/1.0.0\/proof.json:1:1 R103 /),
      expect.stringMatching(/^servers\/ac\/com.acme\/search\/3.0.0\/server.json:1:2 R203 /),
      expect.stringMatching(/^servers\/ac\/com.acme\/search\/4.0.0\/server.json:1:1 R103 /),
    ])
    expect(await readCatalogAt(folder, 'HEAD')).toEqual(onDisk)
    git('config', 'core.fileMode', 'false')
    expect((await readCatalog(folder, NOW)).problems).toHaveLength(4)
  })

  test('an older commit, a branch and a tag can be read as well', async () => {
    const { folder, git } = makeRegistry()
    git('tag', 'before', 'HEAD~3')
    const { catalog } = await readCatalogAt(folder, 'before')
    expect(summaryOf(catalog, EPOCH)).toMatchObject({ 'com.acme/search 2.0.0': 'active 20/20/20 latest' })
    expect(catalog.commit).toBe(git('rev-parse', 'before'))
    for (const revision of ['nowhere', '--since=2020-01-01', '--help', 'HEAD:servers', '']) {
      await expect(readCatalogAt(folder, revision)).rejects.toMatchObject({
        name: 'RegistryError',
        code: 'R603',
      })
    }
  })

  test('a bare repository can be read at a commit', async () => {
    const { folder } = makeRegistry()
    const bare = join(temporaryFolder(), 'bare.git')
    execFileSync('git', ['clone', '--quiet', '--bare', folder, bare])
    expect(await readCatalogAt(bare, 'main')).toEqual(await readCatalog(folder, NOW))
  })

  test('the user’s own Git settings change nothing', async () => {
    const { folder, git } = makeRegistry('sub/')
    const before = await readCatalog(join(folder, 'sub'), NOW)
    const settings = {
      'log.showRoot': 'false',
      'log.showSignature': 'true',
      'log.decorate': 'full',
      'log.follow': 'true',
      'log.date': 'relative',
      'diff.renames': 'copies',
      'diff.relative': 'true',
      'diff.noprefix': 'true',
      'color.ui': 'always',
      'format.pretty': 'oneline',
      'core.abbrev': '4',
      'core.quotePath': 'true',
      'i18n.logOutputEncoding': 'UTF-16',
    }
    for (const [key, value] of Object.entries(settings)) git('config', key, value)
    expect(await readCatalog(join(folder, 'sub'), NOW)).toEqual(before)
    expect(await readCatalogAt(join(folder, 'sub'), 'HEAD')).toEqual(before)
  })
})

describe('what is not committed', () => {
  const read = async ({ folder }: TestRepository): Promise<Record<string, string>> =>
    summaryOf((await readCatalog(folder, NOW)).catalog, EPOCH)

  test('is published now', async () => {
    const repository = makeRegistry()
    repository.write(one('3.0.0'))
    expect(await read(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'active 10/10/999',
      'com.acme/search 3.0.0': 'active 999/999/999 latest',
    })
    repository.git('add', '.')
    expect(await read(repository)).toMatchObject({ 'com.acme/search 3.0.0': 'active 999/999/999 latest' })
    const { catalog } = await readCatalog(repository.folder, NOW)
    expect(catalog.servers[0]!.latest.provenance).toEqual({})
  })

  test('is edited now', async () => {
    const repository = makeRegistry()
    repository.write(one('1.0.0', { title: 'Again' }))
    expect(await read(repository)).toMatchObject({ 'com.acme/search 1.0.0': 'active 10/10/999 latest' })
    expect((await readCatalog(repository.folder, NOW)).catalog.servers[0]!.latest.server.title).toBe('Again')
    repository.write(one('1.0.0', { title: 'Edited' }))
    expect(await read(repository)).toEqual(EXPECTED)
  })

  test('is said now', async () => {
    const repository = makeRegistry()
    repository.write(statusFile(NAME, '1.0.0', 'deprecated', 'Soon'))
    expect(await read(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'deprecated 10/999/999 latest "Soon"',
    })
    repository.write(statusFile(NAME, '2.0.0', 'deleted', 'Gone for good'))
    expect(await read(repository)).toMatchObject({
      'com.acme/search 2.0.0': 'deleted 20/40/999 "Gone for good"',
    })
  })

  test('is taken back now', async () => {
    const repository = makeRegistry()
    repository.write({ [`${versionFolder(NAME, '2.0.0')}/status.md`]: null })
    expect(await read(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'active 10/10/999',
      'com.acme/search 2.0.0': 'active 20/999/999 latest',
    })
    repository.write({ [pathOf('1.0.0')]: null })
    expect(Object.keys(await read(repository))).not.toContain('com.acme/search 1.0.0')
  })

  test('is published anew where the last commit removed it', async () => {
    const repository = makeRegistry()
    repository.commit({ [pathOf('1.0.0')]: null }, at(60))
    repository.write(one('1.0.0'))
    expect(await read(repository)).toMatchObject({ 'com.acme/search 1.0.0': 'active 999/999/999 latest' })
  })

  test('may be everything, before the first commit', async () => {
    const repository = makeRepository()
    repository.write(one('1.0.0'))
    const { catalog } = await readCatalog(repository.folder, NOW)
    expect(summaryOf(catalog, EPOCH)).toEqual({ 'com.acme/search 1.0.0': 'active 999/999/999 latest' })
    expect(catalog).not.toHaveProperty('commit')
  })

  test('may be what desktops leave behind', async () => {
    const repository = makeRegistry()
    repository.write({ 'servers/.DS_Store': 'x', 'servers/ac/com.acme/Thumbs.db': 'x' })
    const { problems } = await readCatalog(repository.folder, NOW)
    expect(problems).toEqual([])
  })
})

describe('clones', () => {
  test('a shallow one is refused with the command that repairs it', async () => {
    const { folder } = makeRegistry()
    const clone = join(temporaryFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(folder).href, clone])
    const refusal = { code: 'R602', fix: expect.stringMatching(/git fetch --unshallow.*fetch-depth: 0/) }
    await expect(readCatalog(clone)).rejects.toMatchObject(refusal)
    await expect(readCatalogAt(clone, 'HEAD')).rejects.toMatchObject(refusal)
    execFileSync('git', ['fetch', '--quiet', '--unshallow'], { cwd: clone })
    expect(summaryOf((await readCatalog(clone, NOW)).catalog, EPOCH)).toEqual(EXPECTED)
  })

  test('one without blobs has the whole history, and fetches what files used to say', async () => {
    const { folder, git } = makeRegistry()
    git('config', 'uploadpack.allowFilter', 'true')
    git('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const clone = join(temporaryFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--filter=blob:none', pathToFileURL(folder).href, clone])
    expect(await readCatalog(clone, NOW)).toEqual(await readCatalog(folder, NOW))
    expect(await readCatalogAt(clone, 'HEAD')).toEqual(await readCatalogAt(folder, 'HEAD'))
  })

  test('one that lacks an object says which, and how to get it', async () => {
    const { folder, git } = makeRegistry()
    const lost = git('rev-parse', `HEAD~2:${versionFolder(NAME, '2.0.0')}/status.md`)
    writeFiles(folder, { [`.git/objects/${lost.slice(0, 2)}/${lost.slice(2)}`]: null })
    await expect(readCatalog(folder)).rejects.toMatchObject({
      code: 'R603',
      message: expect.stringContaining(lost),
      fix: expect.stringContaining('git fetch --refetch'),
    })
  })

  test('a linked worktree is as good as the repository', async () => {
    const { folder, git } = makeRegistry()
    const linked = join(temporaryFolder(), 'linked')
    git('worktree', 'add', '--quiet', '--detach', linked)
    expect(await readCatalog(linked, NOW)).toEqual(await readCatalog(folder, NOW))
  })
})

describe('without Git', () => {
  const path = process.env.PATH
  afterEach(() => {
    process.env.PATH = path
  })

  function withFileTimes(): string {
    const root = temporaryFolder()
    writeFiles(root, { ...one('1.0.0'), ...one('2.0.0'), ...statusFile(NAME, '2.0.0', 'deprecated') })
    utimesSync(join(root, pathOf('1.0.0')), EPOCH, EPOCH + 10)
    utimesSync(join(root, pathOf('2.0.0')), EPOCH, EPOCH + 20.5)
    utimesSync(join(root, versionFolder(NAME, '2.0.0'), 'status.md'), EPOCH, EPOCH + 30)
    return root
  }

  const FROM_FILES = {
    'com.acme/search 1.0.0': 'active 10/10/20.5',
    'com.acme/search 2.0.0': 'deprecated 20.5/30/30 latest',
  }

  test('times come from the files, and a warning says so once', async () => {
    const warn = vi.fn()
    const { catalog, problems } = await readCatalog(withFileTimes(), { ...NOW, warn })
    expect(summaryOf(catalog, EPOCH)).toEqual(FROM_FILES)
    expect(problems).toEqual([])
    expect(catalog).not.toHaveProperty('commit')
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^This folder is not in a Git repository: times come from/)],
    ])
  })

  test('the same where Git is not installed', async () => {
    const root = withFileTimes()
    mkdirSync(join(root, '.git'))
    process.env.PATH = temporaryFolder()
    const warn = vi.fn()
    expect(summaryOf((await readCatalog(root, { warn })).catalog, EPOCH)).toEqual(FROM_FILES)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^Git is not installed: /)]])
    await expect(readCatalogAt(root, 'HEAD')).rejects.toMatchObject({
      code: 'R603',
      message: 'Git is not installed.',
    })
  })

  test('a repository that Git refuses to read is not taken for none', async () => {
    const { folder } = makeRegistry()
    writeFileSync(join(folder, '.git/config'), '[core]\n\trepositoryformatversion = 99\n')
    await expect(readCatalog(folder)).rejects.toMatchObject({ code: 'R603' })
    await expect(readCatalog(join(folder, 'servers'))).rejects.toMatchObject({ code: 'R603' })
  })

  test('a folder that is not there is named', async () => {
    await expect(readCatalog('/nowhere/at all')).rejects.toMatchObject({
      code: 'R603',
      message: 'There is no folder `/nowhere/at all`.',
    })
  })

  test('an empty registry is one', async () => {
    const expected = { catalog: { servers: [], updatedAt: 0 }, problems: [] }
    expect(await readCatalog(temporaryFolder())).toEqual(expected)
    const { folder, commit } = makeRepository()
    commit({ 'README.md': 'x' }, at(1))
    expect(await readCatalog(folder)).toMatchObject(expected)
    expect(await readCatalogAt(folder, 'HEAD')).toMatchObject(expected)
  })

  test('a link in place of servers/ is not followed', async () => {
    const { folder, commit } = makeRepository()
    cpSync(join(makeRegistry().folder, 'servers'), join(folder, 'elsewhere'), { recursive: true })
    symlinkSync('elsewhere', join(folder, 'servers'))
    commit({}, at(1))
    for (const { catalog, problems } of [await readCatalog(folder), await readCatalogAt(folder, 'HEAD')]) {
      expect(catalog.servers).toEqual([])
      expect(problems.map(formatProblem)).toEqual([expect.stringMatching(/^servers:1:1 R101 /)])
    }
  })
})

describe('loadCatalog', () => {
  test('gives the catalog of a sound registry', async () => {
    const { folder } = makeRegistry()
    expect(summaryOf(await loadCatalog(folder, NOW), EPOCH)).toEqual(EXPECTED)
  })

  test('throws one error that lists every problem, in the order of paths', async () => {
    const root = temporaryFolder()
    writeFiles(root, {
      'servers/al/com.alice/weather/1.0.0/server.json':
        '{"version":"1.0.1","name":"com.alice/wether","description":"d"}',
      'servers/al/com.alice/weather/status.md': '---\nstatus: active\nnote: x\n---\nHello',
      'servers/ac/com.acme/owner.json': '{',
      'servers/ac/com.acme/moderation.md': statementText({ status: 'deleted' }),
      'servers/xx/com.acme/owner.json': '{}',
      ...serverFile('com.acme/search', '1.0.0'),
      ...serverFile('com.acme/Search', '1.0.0'),
    })
    const error = await loadCatalog(root).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'RegistryError', code: 'R100' })
    expect((error as Error).message.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(
      [
        'There are',
        'servers/ac/com.acme/moderation.md:1:1 R111',
        'servers/ac/com.acme/owner.json:1:2 R203',
        'servers/ac/com.acme/search/1.0.0/server.json:1:1 R601',
        'servers/al/com.alice/weather/1.0.0/server.json:1:12 R102',
        'servers/al/com.alice/weather/1.0.0/server.json:1:27 R102',
        'servers/al/com.alice/weather/status.md:2:1 R113',
        'servers/al/com.alice/weather/status.md:3:1 R111',
        'servers/xx/com.acme/owner.json:1:1 R101',
      ],
    )
    expect((error as Error).message).toMatch(/^There are 8 problems in servers\/:\n/)
  })
})
