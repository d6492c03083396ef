import { execFileSync } from 'node:child_process'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskTree } from '../../src/catalog/disk-tree.ts'
import { readObjects, type GitObject } from '../../src/catalog/git-objects.ts'
import { gitTree } from '../../src/catalog/git-tree.ts'
import { readGit, streamGit } from '../../src/catalog/git.ts'
import type { Tree, TreeFile } from '../../src/catalog/tree.ts'
import { makeRepository, temporaryFolder, writeFiles } from '../support/git-repository.ts'

const LARGE = 'servers/ac/com.acme/owner.json'
const SMALL = 'servers/ac/com.acme/search/listing.md'
const HUGE = 17 * 1024 * 1024

async function filesOf(tree: Tree): Promise<Map<string, TreeFile>> {
  const files = new Map<string, TreeFile>()
  for await (const file of tree.files()) files.set(file.path, file)
  return files
}

test('a huge file is measured and not read', async () => {
  const { folder, write, commit } = makeRepository()
  write({ [LARGE]: '', [SMALL]: 'x' })
  truncateSync(join(folder, LARGE), HUGE)
  commit({}, { at: 1 })
  for (const tree of [diskTree(folder), gitTree(folder, 'HEAD')]) {
    const files = await filesOf(tree)
    expect(files.get(LARGE)).toMatchObject({ oversize: HUGE, bytes: Buffer.alloc(0) })
    expect(files.get(SMALL)).toMatchObject({ mode: '100644', bytes: Buffer.from('x') })
    expect(files.get(SMALL)).not.toHaveProperty('oversize')
  }
})

test('a pipe is not waited for, and a submodule is not entered', async () => {
  const root = temporaryFolder()
  writeFiles(root, { [SMALL]: 'x' })
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(root, LARGE)])
  expect((await filesOf(diskTree(root))).get(LARGE)).toMatchObject({ mode: '000000' })

  const { folder, git, commit } = makeRepository()
  const id = commit({ [SMALL]: 'x' }, { at: 1 })
  git('update-index', '--add', '--cacheinfo', `160000,${id},servers/ac/com.acme/other`)
  git('-c', 'user.name=x', '-c', 'user.email=x', 'commit', '--quiet', '-m', 'submodule')
  const files = await filesOf(gitTree(folder, 'HEAD'))
  expect(files.get('servers/ac/com.acme/other')).toMatchObject({ mode: '160000', bytes: Buffer.alloc(0) })
  expect([...files.keys()].sort()).toEqual(['servers/ac/com.acme/other', SMALL])
})

test('thousands of objects arrive whole and in order, whatever their sizes', async () => {
  const { folder, git, write } = makeRepository()
  const texts = Array.from({ length: 400 }, (_, i) => `${i}\n`.repeat((i * i) % 9973))
  write(Object.fromEntries(texts.map((text, i) => [`f${String(i).padStart(3, '0')}`, text])))
  git('add', '.')
  const oids = git('ls-files', '--stage')
    .split('\n')
    .map((line) => line.split(' ')[1]!)
  const wanted = [...oids, ...oids.toReversed()]
  let next = 0
  for await (const { oid, bytes } of readObjects(folder, wanted)) {
    expect(oid).toBe(wanted[next])
    expect(bytes.toString()).toBe(texts[oids.indexOf(oid)])
    next++
  }
  expect(next).toBe(800)
})

test('a reader that has had enough leaves no process behind', async () => {
  const { folder, git, write } = makeRepository()
  write({ big: 'x'.repeat(4_000_000) })
  git('add', '.')
  const oid = git('ls-files', '--stage').split(' ')[1]!
  const many = Array.from({ length: 50 }, () => oid)
  const enough = readObjects(folder, many)
  expect((await enough.next()).value).toMatchObject({ oid })
  await enough.return(undefined)
  const output = streamGit(folder, ['cat-file', 'blob', oid])
  await output.next()
  await output.return(undefined)
  await expect(drain(readObjects(folder, ['0'.repeat(40), ...many]))).rejects.toMatchObject({ code: 'R603' })
  await expect.poll(() => childrenOf(process.pid)).not.toContain('git')
})

test('a failing Git is an error that says what Git said', async () => {
  const { folder } = makeRepository()
  await expect(readGit(folder, ['log', 'nowhere'])).rejects.toMatchObject({
    name: 'RegistryError',
    code: 'R603',
    message: expect.stringMatching(/^`git log` failed: fatal: ambiguous argument 'nowhere'/),
  })
})

async function drain(objects: AsyncIterable<GitObject>): Promise<number> {
  let count = 0
  for await (const { bytes } of objects) count += bytes.length
  return count
}

/** The commands of a process's children. */
function childrenOf(pid: number): string[] {
  const lines = execFileSync('ps', ['-A', '-o', 'ppid=,comm='], { encoding: 'utf8' }).split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([ppid, name]) => (ppid === String(pid) ? [name!] : []))
}
