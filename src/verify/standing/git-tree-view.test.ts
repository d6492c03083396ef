import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeRepository } from '../../../tests/support/git-repository.ts'
import { gitTreeView } from './git-tree-view.ts'

test('files and folders are read from the commit, not from the disk', async () => {
  const repository = makeRepository()
  const commit = repository.commit({ 'a/b/one.txt': 'one', 'a/two.txt': 'two' }, { at: 1 })
  repository.write({ 'a/two.txt': 'changed', 'a/three.txt': 'three' })
  const view = gitTreeView(repository.folder, commit)
  expect((await view.read('a/two.txt'))?.toString()).toBe('two')
  expect((await view.list('a')).map(({ name, kind }) => `${kind} ${name}`)).toEqual([
    'folder b',
    'file two.txt',
  ])
  expect([await view.has('a/b'), await view.has('a/b/one.txt'), await view.has('a/three.txt')]).toEqual([
    true,
    true,
    false,
  ])
  expect(await view.read('a/b')).toBeUndefined()
  expect(await view.list('a/two.txt')).toEqual([])
  expect(await view.list('nowhere/at/all')).toEqual([])
})

test('a link is no file', async () => {
  const repository = makeRepository()
  const target = repository.git('hash-object', '-w', '/dev/null')
  repository.git('update-index', '--add', '--cacheinfo', `120000,${target},link`)
  const commit = repository.git('commit-tree', '-m', 'x', repository.git('write-tree'))
  const view = gitTreeView(repository.folder, commit)
  expect(await view.read('link')).toBeUndefined()
  expect(await view.has('link')).toBe(true)
})

test('an object that cannot be read is an error, and never an empty folder', async () => {
  const repository = makeRepository()
  const commit = repository.commit({ 'a/owner.json': '{}' }, { at: 1 })
  const lost = repository.git('rev-parse', `${commit}:a`)
  rmSync(join(repository.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)))
  const view = gitTreeView(repository.folder, commit)
  await expect(view.read('a/owner.json')).rejects.toMatchObject({ code: 'R603' })
})
