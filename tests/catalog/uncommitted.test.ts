import { describe, expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { versionFolder } from '../../src/model/tree-path.ts'
import { at, EPOCH, EXPECTED, makeRegistry, NAME, NOW, one, pathOf, summary } from '../support/acme-search.ts'
import { makeRepository } from '../support/git-repository.ts'
import { summaryOf } from '../support/summary.ts'
import { statusFile } from '../support/registry-files.ts'

describe('what is not committed', () => {
  test('is published now', async () => {
    const repository = makeRegistry()
    repository.write(one('3.0.0'))
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'active 10/10/999',
      'com.acme/search 3.0.0': 'active 999/999/999 latest',
    })
    repository.git('add', '.')
    expect(await summary(repository)).toMatchObject({ 'com.acme/search 3.0.0': 'active 999/999/999 latest' })
    const { catalog } = await readCatalog(repository.folder, NOW)
    expect(catalog.servers[0]!.latest.provenance).toEqual({})
  })

  test('is edited now', async () => {
    const repository = makeRegistry()
    repository.write(one('1.0.0', { title: 'Again' }))
    expect(await summary(repository)).toMatchObject({ 'com.acme/search 1.0.0': 'active 10/10/999 latest' })
    expect((await readCatalog(repository.folder, NOW)).catalog.servers[0]!.latest.server.title).toBe('Again')
    repository.write(one('1.0.0', { title: 'Edited' }))
    expect(await summary(repository)).toEqual(EXPECTED)
  })

  test('is said now', async () => {
    const repository = makeRegistry()
    repository.write(statusFile(NAME, '1.0.0', 'deprecated', 'Soon'))
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'deprecated 10/999/999 latest "Soon"',
    })
    repository.write(statusFile(NAME, '2.0.0', 'deleted', 'Gone for good'))
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 2.0.0': 'deleted 20/40/999 "Gone for good"',
    })
  })

  test('is taken back now', async () => {
    const repository = makeRegistry()
    repository.write({ [`${versionFolder(NAME, '2.0.0')}/status.md`]: null })
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'active 10/10/999',
      'com.acme/search 2.0.0': 'active 20/999/999 latest',
    })
    repository.write({ [pathOf('1.0.0')]: null })
    expect(Object.keys(await summary(repository))).not.toContain('com.acme/search 1.0.0')
  })

  test('is published anew where the last commit removed it', async () => {
    const repository = makeRegistry()
    repository.commit({ [pathOf('1.0.0')]: null }, at(60))
    repository.write(one('1.0.0'))
    expect(await summary(repository)).toMatchObject({ 'com.acme/search 1.0.0': 'active 999/999/999 latest' })
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
