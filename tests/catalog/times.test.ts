import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { at, EPOCH, NAME, one, summary } from '../support/acme-search.ts'
import { makeRepository } from '../support/git-repository.ts'
import { serverFile, statusFile } from '../support/registry-files.ts'

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
