import { describe, expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { serverFolder, versionFolder } from '../../src/model/tree-path.ts'
import { at, EPOCH, moderation, NAME, one, summary } from '../support/acme-search.ts'
import { makeRepository } from '../support/git-repository.ts'
import { serverFile, statusFile } from '../support/registry-files.ts'

describe('statuses', () => {
  test('move statusChangedAt with the status and updatedAt with the message', async () => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...one('2.0.0') }, at(10))
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated'), at(20))
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated', 'Use 2'), at(30))
    repository.commit(
      { [`${versionFolder(NAME, '1.0.0')}/status.md`]: '---\n# Same.\nstatus:   deprecated\n---\n\nUse 2\n' },
      at(40),
    )
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 1.0.0': 'deprecated 10/20/30 "Use 2"',
    })
    repository.commit(statusFile(NAME, '1.0.0', 'deleted', 'Use 2'), at(50))
    expect(await summary(repository)).toMatchObject({ 'com.acme/search 1.0.0': 'deleted 10/50/50 "Use 2"' })
  })

  test('are taken back by removing the file', async () => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...one('2.0.0') }, at(10))
    repository.commit(statusFile(NAME, '2.0.0', 'deleted', 'Broken'), at(20))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'active 10/10/20 latest',
      'com.acme/search 2.0.0': 'deleted 10/20/20 "Broken"',
    })
    repository.commit({ [`${versionFolder(NAME, '2.0.0')}/status.md`]: null }, at(30))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'active 10/10/30',
      'com.acme/search 2.0.0': 'active 10/30/30 latest',
    })
  })

  test('of the version go before those of the server', async () => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...one('2.0.0') }, at(10))
    repository.commit(statusFile(NAME, undefined, 'deprecated', 'All'), at(20))
    repository.commit(statusFile(NAME, '2.0.0', 'active'), at(30))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'deprecated 10/20/20 "All"',
      'com.acme/search 2.0.0': 'active 10/30/30 latest',
    })
    repository.commit(one('3.0.0'), at(40))
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 3.0.0': 'deprecated 40/40/40 latest "All"',
    })
  })

  test('that were there before the version hold from its publication', async () => {
    const repository = makeRepository()
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated', 'Early'), at(5))
    repository.commit(one('1.0.0'), at(10))
    repository.commit({ ...one('2.0.0'), ...statusFile(NAME, '2.0.0', 'deleted') }, at(20))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'deprecated 10/10/10 latest "Early"',
      'com.acme/search 2.0.0': 'deleted 20/20/20',
    })
  })

  test('that used to be unreadable said nothing then', async () => {
    const repository = makeRepository()
    const path = `${versionFolder(NAME, '1.0.0')}/status.md`
    repository.commit(one('1.0.0'), at(10))
    repository.commit({ [path]: 'deprecated, I think' }, at(20))
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated'), at(30))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'deprecated 10/30/30 latest' })
  })

  test('do not change when one commit moves them between places', async () => {
    const repository = makeRepository()
    repository.commit(one('1.0.0'), at(10))
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated', 'Old'), at(20))
    const own = `${versionFolder(NAME, '1.0.0')}/status.md`
    repository.commit({ [own]: null, ...statusFile(NAME, undefined, 'deprecated', 'Old') }, at(30))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'deprecated 10/20/20 latest "Old"' })
  })
})

describe('moderation', () => {
  test.each([
    ['version', versionFolder(NAME, '1.0.0')],
    ['server', serverFolder(NAME)],
    ['namespace', 'servers/ac/com.acme'],
  ])('of a %s beats what the publisher says', async (_, folder) => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...statusFile(NAME, '1.0.0', 'deprecated', 'Mine') }, at(10))
    repository.commit(moderation(folder, 'deleted', 'malware'), at(20))
    repository.commit(statusFile(NAME, '1.0.0', 'active'), at(30))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'deleted 10/20/20 latest "malware"',
    })
    repository.commit({ [`${folder}/moderation.md`]: null }, at(40))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'active 10/40/40 latest' })
  })

  test('nearest wins, and is known with its reason and case', async () => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...one('2.0.0') }, at(10))
    repository.commit(moderation('servers/ac/com.acme', 'deleted', 'spam'), at(20))
    const text = '---\ncase: https://example.com/7\nreason: typo\nstatus: deprecated\n---\nSee the case.'
    repository.commit({ [`${versionFolder(NAME, '1.0.0')}/moderation.md`]: text }, at(30))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'deprecated 10/30/30 latest "See the case."',
      'com.acme/search 2.0.0': 'deleted 10/20/30 "spam"',
    })
    const { catalog } = await readCatalog(repository.folder)
    expect(catalog.servers[0]!.entries[0]!.moderation).toEqual({
      status: 'deprecated',
      reason: 'typo',
      message: 'See the case.',
      case: 'https://example.com/7',
    })
  })
})

test('a maintainer’s word on the server goes before that on the namespace', async () => {
  const repository = makeRepository()
  repository.commit({ ...one('1.0.0'), ...serverFile('com.acme/other', '1.0.0') }, at(10))
  repository.commit(moderation('servers/ac/com.acme', 'deleted', 'spam'), at(20))
  repository.commit(moderation(serverFolder(NAME), 'deprecated', 'typo'), at(30))
  expect(await summary(repository)).toEqual({
    'com.acme/other 1.0.0': 'deleted 10/20/20 latest "spam"',
    'com.acme/search 1.0.0': 'deprecated 10/30/30 latest "typo"',
  })
})

describe('mirrored servers', () => {
  const time = (seconds: number): string =>
    new Date((EPOCH + seconds) * 1000).toISOString().replace('.000', '.25')
  const upstream = (versions: Record<string, object>): Record<string, string> => ({
    [`${serverFolder(NAME)}/upstream.json`]: JSON.stringify({
      source: 'https://registry.example/',
      versions,
    }),
  })
  const record = (seconds: number, more: object = {}): object => ({
    status: 'active',
    publishedAt: time(seconds),
    updatedAt: time(seconds),
    ...more,
  })

  test('keep the times of their origin, to the microsecond, until something happens here', async () => {
    const repository = makeRepository()
    const versions = {
      '2.0.0': record(-300),
      '1.0.0': record(-500, {
        status: 'deprecated',
        statusChangedAt: time(-400),
        statusMessage: 'Old',
        updatedAt: time(-400),
      }),
    }
    repository.commit({ ...one('1.0.0'), ...one('2.0.0'), ...upstream(versions) }, at(10))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'deprecated -499.75/-399.75/-299.75 "Old"',
      'com.acme/search 2.0.0': 'active -299.75/-299.75/-299.75 latest',
    })
    repository.commit(moderation(serverFolder(NAME), 'deleted', 'spam'), at(20))
    expect(await summary(repository)).toMatchObject({
      'com.acme/search 2.0.0': 'deleted -299.75/20/20 latest "spam"',
    })
  })

  test('may have versions of our own, which do not claim an origin', async () => {
    const repository = makeRepository()
    const commit = repository.commit(
      { ...one('1.0.0'), ...one('constructor'), ...upstream({ '1.0.0': record(-5) }) },
      at(10),
    )
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'active -4.75/-4.75/-4.75 latest',
      'com.acme/search constructor': 'active 10/10/10',
    })
    const { catalog } = await readCatalog(repository.folder)
    expect(catalog.servers[0]!.entries.map(({ provenance }) => provenance)).toEqual([
      { commit, upstream: 'https://registry.example/' },
      { commit },
    ])
  })
})
