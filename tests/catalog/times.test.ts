import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { serverFolder, versionFolder } from '../../src/model/tree-path.ts'
import { makeRepository, type TestRepository } from '../support/git-repository.ts'
import { serverFile, statementText, statusFile } from '../support/registry-files.ts'
import { summaryOf } from '../support/summary.ts'

const EPOCH = 1_750_000_000
const NOW = 999
const NAME = 'com.acme/search'
const at = (seconds: number, message?: string) => ({ at: EPOCH + seconds, ...(message && { message }) })
const one = (version: string, more: object = {}): Record<string, string> => serverFile(NAME, version, more)
const moderation = (folder: string, status: string, reason: string): Record<string, string> => ({
  [`${folder}/moderation.md`]: statementText({ status, reason }),
})

async function summary({ folder }: TestRepository): Promise<Record<string, string>> {
  const { catalog, problems } = await readCatalog(folder, { now: (EPOCH + NOW) * 1_000_000 })
  expect(problems).toEqual([])
  return summaryOf(catalog, EPOCH)
}

describe('the committer’s clock on the main branch', () => {
  test('publishes, edits and hands latest on', async () => {
    const repository = makeRepository()
    repository.commit(one('1.0.0'), { ...at(10), authoredAt: EPOCH - 1000 })
    repository.commit(one('2.0.0'), { ...at(20), authoredAt: EPOCH + 5000 })
    repository.commit(one('1.0.0', { title: 'Corrected' }), at(30))
    repository.commit({ 'README.md': 'Nothing about servers' }, at(40))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'active 10/10/30',
      'com.acme/search 2.0.0': 'active 20/20/20 latest',
    })
  })

  test('knows several versions of one commit', async () => {
    const repository = makeRepository()
    repository.commit({ ...one('1.0.0'), ...one('2.0.0'), ...serverFile('com.acme/other', '1') }, at(10))
    repository.commit({ ...one('4.0.0'), ...one('3.0.0') }, at(20))
    expect(await summary(repository)).toEqual({
      'com.acme/other 1': 'active 10/10/10 latest',
      'com.acme/search 1.0.0': 'active 10/10/10',
      'com.acme/search 2.0.0': 'active 10/10/20',
      'com.acme/search 3.0.0': 'active 20/20/20',
      'com.acme/search 4.0.0': 'active 20/20/20 latest',
    })
  })

  test('is the merge’s own, not that of the branch’s commits', async () => {
    const repository = makeRepository()
    repository.commit(one('1.0.0'), at(10))
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit(one('2.0.0'), at(20))
    repository.commit(one('2.0.0', { title: 'Second thought' }), at(21))
    repository.git('checkout', '--quiet', 'main')
    repository.commit({ 'README.md': 'x' }, at(30))
    repository.merge('topic', at(40))
    expect(await summary(repository)).toEqual({
      'com.acme/search 1.0.0': 'active 10/10/40',
      'com.acme/search 2.0.0': 'active 40/40/40 latest',
    })
  })

  test('does not see what a merge took back', async () => {
    const repository = makeRepository()
    repository.commit(one('1.0.0'), at(10))
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit(one('1.0.0', { title: 'Other' }), at(20))
    repository.commit(one('1.0.0'), at(21))
    repository.git('checkout', '--quiet', 'main')
    repository.merge('topic', at(40))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'active 10/10/10 latest' })
  })

  test('starts anew for a version that was removed and added again', async () => {
    const repository = makeRepository()
    const [path] = Object.keys(one('1.0.0')) as [string]
    repository.commit(one('1.0.0'), at(10))
    repository.commit({ [path]: null }, at(20))
    repository.commit(one('1.0.0', { title: 'Back' }), at(30))
    repository.commit(one('1.0.0', { title: 'Better' }), at(40))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'active 30/30/40 latest' })
  })

  test('starts anew for a file that was moved, however equal the content', async () => {
    const repository = makeRepository()
    const [path] = Object.keys(one('1.0.0')) as [string]
    const text = Object.values(one('1.0.0'))[0]!
    repository.commit({ 'drafts/server.json': text }, at(10))
    repository.commit({ 'drafts/server.json': null, [path]: text }, at(20))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'active 20/20/20 latest' })
  })

  test('is not moved by a change of mode, nor by an empty commit', async () => {
    const repository = makeRepository()
    const [path] = Object.keys(one('1.0.0')) as [string]
    repository.commit(one('1.0.0'), at(10))
    chmodSync(join(repository.folder, path), 0o755)
    repository.commit({}, at(20))
    chmodSync(join(repository.folder, path), 0o644)
    repository.commit({}, at(30))
    repository.commit({}, at(40))
    expect(await summary(repository)).toEqual({ 'com.acme/search 1.0.0': 'active 10/10/10 latest' })
  })

  test('may run backwards: publications are replayed by their dates, statuses in their order', async () => {
    const repository = makeRepository()
    repository.commit(one('1.0.0'), at(50))
    repository.commit(one('2.0.0'), at(40))
    repository.commit(one('nightly'), at(30))
    repository.commit(statusFile(NAME, '2.0.0', 'deprecated', 'Old'), at(20))
    repository.commit(statusFile(NAME, '1.0.0', 'deleted'), at(70))
    repository.commit(statusFile(NAME, '1.0.0', 'deprecated'), at(60))
    expect(await summary(repository)).toEqual({
      'com.acme/search nightly': 'active 30/30/40',
      'com.acme/search 2.0.0': 'deprecated 40/40/40 latest "Old"',
      'com.acme/search 1.0.0': 'deprecated 50/70/70',
    })
  })
})

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

describe('the commit and the pull request of a version', () => {
  const provenanceOf = async ({ folder }: TestRepository): Promise<Record<string, unknown>> => {
    const { catalog } = await readCatalog(folder)
    return Object.fromEntries(
      catalog.servers[0]!.entries.map(({ version, provenance }) => [version, provenance]),
    )
  }

  test.each([
    ['Publish com.acme/search 1.0.0 (#12)', 12],
    ['Revert "Publish (#12)" (#34)', 34],
    ['Merge pull request #99 from the title (#12)', 12],
    ['Publish (#12) at last', undefined],
    ['Merge pull request #12 from someone/branch', undefined],
    ['Closes #12', undefined],
    ['(#99999999999)', undefined],
  ])('in a squashed commit, by %j', async (message, pullRequest) => {
    const repository = makeRepository()
    const commit = repository.commit(one('1.0.0'), at(10, message))
    expect(await provenanceOf(repository)).toEqual({
      '1.0.0': { commit, ...(pullRequest && { pullRequest }) },
    })
  })

  test.each([
    ['Merge pull request #12 from someone/branch', 12],
    ['Merge pull request #12 from someone/branch(#99)', 12],
    ['Take it (#12)', undefined],
  ])('in a merge, by %j', async (message, pullRequest) => {
    const repository = makeRepository()
    repository.commit({}, at(1))
    repository.git('checkout', '--quiet', '-b', 'topic')
    repository.commit(one('1.0.0'), at(5, 'Publish (#77)'))
    repository.git('checkout', '--quiet', 'main')
    const commit = repository.merge('topic', at(10, message))
    expect(await provenanceOf(repository)).toEqual({
      '1.0.0': { commit, ...(pullRequest && { pullRequest }) },
    })
  })

  test.each([
    ['control characters', 'a \u0001 b \u0002 c \u001b[31m (#12)'],
    ['something like a log', ':000000 100644 0000 1111 A (#12)'],
    ['quotes and markup', '"\'`$(x) <b> \\ \u202e (#12)'],
    ['a megabyte', `${'long '.repeat(200_000)}(#12)`],
    ['its own commit mark first', '\u0001\u0001 (#12)'],
    ['two lines of subject', 'Publish\nit (#12)\n\nBody (#13)'],
  ])('whatever the subject holds: %s', async (_, message) => {
    const repository = makeRepository()
    repository.write({ 'message.txt': message })
    repository.write(one('1.0.0'))
    repository.git('add', 'servers')
    repository.git(
      '-c',
      'user.name=x',
      '-c',
      'user.email=x',
      'commit',
      '--quiet',
      '--cleanup=verbatim',
      '-F',
      'message.txt',
    )
    const commit = repository.git('rev-parse', 'HEAD')
    repository.commit({ ...one('2.0.0'), 'message.txt': null }, at(3_000_000_000))
    expect(await provenanceOf(repository)).toMatchObject({ '1.0.0': { commit, pullRequest: 12 } })
  })
})
