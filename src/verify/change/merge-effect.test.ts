import { describe, expect, test } from 'vitest'
import { makeRepository, type TestRepository } from '../../../tests/support/git-repository.ts'
import { readMergeEffect } from './merge-effect.ts'

const VICTIM = 'servers/vi/com.victim/search/1.0.0/server.json'
const THIEF = 'servers/th/io.github.thief/search/1.0.0/server.json'

/** A main branch with one file, and a branch `head` from it. */
function begin(): TestRepository {
  const repository = makeRepository()
  repository.commit({ [VICTIM]: 'a\nb\nc\nd\n' }, { at: 1 })
  repository.git('switch', '--quiet', '--create', 'head')
  return repository
}

async function effect(repository: TestRepository): Promise<string[] | 'unrelated'> {
  const { differences, conflicts } = await readMergeEffect(repository.folder, 'main', 'head')
  if (conflicts === 'unrelated') return conflicts
  return [
    ...differences.map(({ status, mode, path }) => `${status} ${mode} ${path}`),
    ...conflicts.map((path) => `conflict ${path}`),
  ]
}

describe('the effect of a merge', () => {
  test('a rename is a removal and an addition, whatever Git is configured to see', async () => {
    const repository = begin()
    repository.git('config', 'diff.renames', 'copies')
    repository.commit({ [VICTIM]: null, [THIEF]: 'a\nb\nc\ne\n' }, { at: 2 })
    expect(await effect(repository)).toEqual([`added 100644 ${THIEF}`, `removed 000000 ${VICTIM}`])
  })

  test('a stale branch shows only what it adds to the present main branch', async () => {
    const repository = begin()
    repository.commit({ [THIEF]: 'x' }, { at: 2 })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ 'servers/ot/com.other/x/1/server.json': 'y' }, { at: 3 })
    expect(await effect(repository)).toEqual([`added 100644 ${THIEF}`])
  })

  test('what a branch did and undid is not there', async () => {
    const repository = begin()
    repository.commit({ [VICTIM]: 'evil' }, { at: 2 })
    repository.commit({ [VICTIM]: 'a\nb\nc\nd\n' }, { at: 3 })
    expect(await effect(repository)).toEqual([])
  })

  test('a merge commit that says one thing and holds another shows what it holds', async () => {
    const repository = begin()
    repository.commit({ [THIEF]: 'x' }, { at: 2 })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ 'servers/ot/com.other/x/1/server.json': 'y' }, { at: 3 })
    repository.git('switch', '--quiet', 'head')
    repository.git('merge', '--quiet', '--no-commit', 'main')
    repository.commit({ [VICTIM]: 'evil\n' }, { at: 4, message: "Merge branch 'main'" })
    expect(await effect(repository)).toEqual([`added 100644 ${THIEF}`, `modified 100644 ${VICTIM}`])
  })

  test('two sides that change one file are a conflict', async () => {
    const repository = begin()
    repository.commit({ [VICTIM]: 'ours\n' }, { at: 2 })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ [VICTIM]: 'theirs\n' }, { at: 3 })
    expect(await effect(repository)).toContain(`conflict ${VICTIM}`)
  })

  test('a merge driver of the user’s own takes no part', async () => {
    const repository = begin()
    repository.git('config', 'merge.default', 'union')
    repository.commit({ [VICTIM]: 'ours\n' }, { at: 2 })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ [VICTIM]: 'theirs\n' }, { at: 3 })
    expect(await effect(repository)).toContain(`conflict ${VICTIM}`)
  })

  test('a history of its own is unrelated', async () => {
    const repository = begin()
    repository.git('switch', '--quiet', '--orphan', 'other')
    repository.commit({ [THIEF]: 'x' }, { at: 2 })
    repository.git('branch', '--force', 'head')
    expect(await effect(repository)).toBe('unrelated')
  })

  test('a commit that is not in the clone is named, with what to do', async () => {
    const { folder } = begin()
    const missing = readMergeEffect(folder, 'main', '0'.repeat(40))
    await expect(missing).rejects.toMatchObject({ code: 'R603', fix: expect.stringContaining('git fetch') })
    await expect(readMergeEffect(folder, 'main', '--help')).rejects.toMatchObject({ code: 'R603' })
  })
})
