import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRepository, type Files, type TestRepository } from '../../../tests/support/git-repository.ts'
import { commitSteps } from '../../../tests/support/git-steps.ts'
import { boundedDifferences } from './bounded-differences.ts'

/** What Git itself says, in one go. */
function byGit({ folder }: TestRepository, before: string, after: string): string[] {
  const flags = ['-r', '-z', '--raw', '--no-renames', '--no-abbrev']
  const output = execFileSync('git', ['diff-tree', ...flags, before, after], {
    cwd: folder,
    encoding: 'utf8',
  })
  const tokens = output.split('\0')
  const lines: string[] = []
  for (let i = 0; i + 1 < tokens.length; i += 2) {
    const [, mode, , oid, status] = tokens[i]!.split(' ')
    lines.push(`${status} ${mode} ${oid} ${tokens[i + 1]}`)
  }
  return lines.sort()
}

async function byUs({ folder }: TestRepository, before: string, after: string): Promise<string[]> {
  const letters = { added: 'A', modified: 'M', removed: 'D' }
  const { differences, more } = await boundedDifferences(folder, before, after, 1000)
  expect(more).toBe(false)
  return differences.map(({ path, status, mode, oid }) => `${letters[status]} ${mode} ${oid} ${path}`).sort()
}

const path = fc
  .array(fc.constantFrom('a', 'b', 'b c', 'ü\nx', 'z'), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.join('/'))
const files = fc.dictionary(path, fc.constantFrom('1', '2'), { maxKeys: 12 })

/** A disk has either a file or a folder of one name. */
function possible(tree: Record<string, string>): Files {
  const paths = Object.keys(tree)
  return Object.fromEntries(
    Object.entries(tree).filter(([one]) => !paths.some((other) => other.startsWith(`${one}/`))),
  )
}

describe('the paths that differ', () => {
  test('are those that Git tells of, in any two trees', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(files, files, async (first, second) => {
        const repository = makeRepository()
        const before = repository.commit(possible(first), { at: 1 })
        repository.git('rm', '-r', '--quiet', '--ignore-unmatch', '.')
        const after = repository.commit(possible(second), { at: 2 })
        expect(await byUs(repository, before, after)).toEqual(byGit(repository, before, after))
      }),
      { numRuns: 25 },
    )
  })

  test('are named where a file becomes a folder and where a folder becomes a file', async () => {
    const repository = makeRepository()
    const before = repository.commit({ x: '1', 'y/a': '1', 'y/b': '1' }, { at: 1 })
    repository.git('rm', '-r', '--quiet', '.')
    const after = repository.commit({ 'x/a': '2', y: '2' }, { at: 2 })
    const { differences } = await boundedDifferences(repository.folder, before, after, 10)
    expect(differences.map(({ status, path }) => `${status} ${path}`)).toEqual([
      'removed x',
      'added x/a',
      'added y',
      'removed y/a',
      'removed y/b',
    ])
  })

  test('are looked for only so far: a billion of them cost no more than that', async () => {
    const repository = makeRepository()
    const before = repository.commit({ a: '1' }, { at: 1 })
    const after = commitSteps(repository, [{ bomb: 'servers/x', depth: 9 }], 2)
    const { differences, more } = await boundedDifferences(repository.folder, before, after, 500)
    expect(more).toBe(true)
    expect(differences.length).toBeLessThanOrEqual(500)
  })
  test('are looked for only so deep', async () => {
    const repository = makeRepository()
    const before = repository.commit({ a: '1' }, { at: 1 })
    const after = repository.commit({ [`${'b/'.repeat(100)}c`]: '1' }, { at: 2 })
    expect(await boundedDifferences(repository.folder, before, after, 500)).toMatchObject({ more: true })
  })

  test('are counted with the folders above them, over all levels', async () => {
    const repository = makeRepository()
    const before = repository.commit({ a: '1' }, { at: 1 })
    const paths = Array.from({ length: 20 }, (_, n) => [`${n}/b/c/d/e/f`, '1'])
    const after = repository.commit(Object.fromEntries(paths) as Files, { at: 2 })
    expect(await boundedDifferences(repository.folder, before, after, 60)).toMatchObject({ more: true })
    expect(await boundedDifferences(repository.folder, before, after, 200)).toMatchObject({ more: false })
  })

  test('include an empty folder, which Git does not tell of', async () => {
    const repository = makeRepository()
    const before = repository.commit({ 'x/a': '1' }, { at: 1 })
    const after = commitSteps(repository, [{ emptyFolder: 'x/b/c' }], 2)
    const { differences } = await boundedDifferences(repository.folder, before, after, 10)
    expect(differences.map(({ status, mode, path }) => `${status} ${mode} ${path}`)).toEqual([
      'added 040000 x/b/c',
    ])
  })
})
