import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatProblem } from '../../src/catalog/problem.ts'
import { readCatalog, readCatalogAt } from '../../src/catalog/read-catalog.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { at, EPOCH, EXPECTED, makeRegistry, NAME, NOW, one, pathOf } from '../support/acme-search.ts'
import { makeRepository, temporaryFolder, writeFiles } from '../support/git-repository.ts'
import { summaryOf } from '../support/summary.ts'
import { statusFile } from '../support/registry-files.ts'

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
