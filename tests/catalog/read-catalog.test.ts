import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/catalog/problem.ts'
import { loadCatalog, readCatalog, readCatalogAt } from '../../src/catalog/read-catalog.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { at, EPOCH, EXPECTED, makeRegistry, NAME, NOW, one, pathOf } from '../support/acme-search.ts'
import { temporaryFolder, writeFiles } from '../support/git-repository.ts'
import { summaryOf } from '../support/summary.ts'
import { serverFile, statementText } from '../support/registry-files.ts'

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
