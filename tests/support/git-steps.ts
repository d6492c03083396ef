import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestRepository } from './git-repository.ts'
import { serverText } from './registry-files.ts'
import { versionFolder } from '../../src/model/tree-path.ts'

/**
 * One thing that a commit does, as test cases write it down. `{n}` in a text counts from 1 where `times` is given.
 * What a disk cannot hold, or Git would not add, is put into the tree itself.
 */
export type Step =
  | { write: string; text?: string; base64?: string; filler?: number }
  | { server: string; with?: object; times?: number }
  | { remove: string }
  | { move: string; to: string }
  | { link: string; to: string }
  | { submodule: string }
  | { executable: string }
  /** So many pages of documentation. */
  | { pages: number }
  /** A folder that holds ten times itself, so often: `10 ** depth` paths of a few objects. */
  | { bomb: string; depth: number }
  /** What Git's own commands never write. */
  | { emptyFolder: string }
  /** The steps of a path as Git's trees hold them, such as `["servers", "..", "x"]`. */
  | { rawPath: string[]; text: string }

/** Commits steps onto the branch that is checked out, and gives the commit's id. */
export function commitSteps(repository: TestRepository, steps: readonly Step[], at: number): string {
  const { git } = repository
  for (const step of steps) changeDisk(repository, step)
  repository.commit({}, { at })
  for (const step of steps) changeIndex(repository, step)
  let tree = git('write-tree')
  for (const step of steps) {
    if ('rawPath' in step) tree = addRaw(repository, tree, step.rawPath, fileOf(repository, step.text))
    else if ('emptyFolder' in step) {
      const empty = { mode: '40000', oid: hashTree(repository, []) }
      tree = addRaw(repository, tree, step.emptyFolder.split('/'), empty)
    } else if ('bomb' in step)
      tree = addRaw(repository, tree, step.bomb.split('/'), bombOf(repository, step.depth))
  }
  const parent = git('rev-parse', 'HEAD^{tree}')
  if (tree === parent) return git('rev-parse', 'HEAD')
  const commit = git(
    '-c',
    'user.name=x',
    '-c',
    'user.email=x@example.com',
    'commit-tree',
    '-p',
    'HEAD',
    '-m',
    'x',
    tree,
  )
  git('update-ref', 'HEAD', commit)
  return commit
}

function changeDisk(repository: TestRepository, step: Step): void {
  const at = (path: string): string => join(repository.folder, path)
  if ('write' in step) {
    mkdirSync(dirname(at(step.write)), { recursive: true })
    writeFileSync(at(step.write), contentOf(step))
  } else if ('server' in step) {
    for (let n = 1; n <= (step.times ?? 1); n++) {
      const [name = '', version = ''] = step.server.replaceAll('{n}', String(n)).split(' ')
      const path = at(`${versionFolder(name, version)}/server.json`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, serverText(name, version, step.with))
    }
  } else if ('pages' in step) {
    mkdirSync(at('docs/pages'), { recursive: true })
    for (let n = 1; n <= step.pages; n++) writeFileSync(at(`docs/pages/${n}.md`), 'x')
  } else if ('remove' in step) rmSync(at(step.remove), { recursive: true })
  else if ('move' in step) {
    mkdirSync(dirname(at(step.to)), { recursive: true })
    renameSync(at(step.move), at(step.to))
  }
}

function contentOf({ text = '', base64, filler }: Extract<Step, { write: string }>): Buffer {
  if (base64 !== undefined) return Buffer.from(base64, 'base64')
  return Buffer.from(text + 'x'.repeat(filler ?? 0))
}

function changeIndex(repository: TestRepository, step: Step): void {
  const entry = (mode: string, oid: string, path: string): string =>
    repository.git('update-index', '--add', '--cacheinfo', `${mode},${oid},${path}`)
  if ('link' in step) entry('120000', hashBlob(repository, step.to), step.link)
  else if ('submodule' in step) entry('160000', repository.git('rev-parse', 'HEAD'), step.submodule)
  else if ('executable' in step) repository.git('update-index', '--chmod=+x', step.executable)
}

function hashBlob({ folder }: TestRepository, text: string): string {
  return hashObject(folder, 'blob', Buffer.from(text))
}

interface RawEntry {
  mode: string
  oid: string
}

function fileOf(repository: TestRepository, text: string): RawEntry {
  return { mode: '100644', oid: hashBlob(repository, text) }
}

function bombOf(repository: TestRepository, depth: number): RawEntry {
  let entry = fileOf(repository, 'x')
  for (let i = 0; i < depth; i++) {
    const { mode, oid } = entry
    const entries = Array.from({ length: 10 }, (_, n) => ({ mode, oid, name: String(n) }))
    entry = { mode: '40000', oid: hashTree(repository, entries) }
  }
  return entry
}

/** Puts an entry at a path that Git's own commands refuse. */
function addRaw(
  repository: TestRepository,
  tree: string,
  [first, ...rest]: string[],
  last: RawEntry,
): string {
  const entries = repository
    .git('ls-tree', '-z', tree)
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const tab = line.indexOf('\t')
      const [mode = '', , oid = ''] = line.slice(0, tab).split(' ')
      return { mode: mode.replace(/^0/, ''), oid, name: line.slice(tab + 1) }
    })
  const old = entries.find(({ name }) => name === first)
  const below = (): string => old?.oid ?? hashTree(repository, [])
  const entry = rest.length === 0 ? last : { mode: '40000', oid: addRaw(repository, below(), rest, last) }
  const others = entries.filter((candidate) => candidate !== old)
  return hashTree(repository, [...others, { ...entry, name: first! }])
}

function hashTree({ folder }: TestRepository, entries: readonly (RawEntry & { name: string })[]): string {
  const sortKey = ({ mode, name }: (typeof entries)[0]): Buffer =>
    Buffer.from(mode === '40000' ? `${name}/` : name)
  const bytes = entries
    .toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
    .flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')])
  return hashObject(folder, 'tree', Buffer.concat(bytes))
}

function hashObject(folder: string, type: string, input: Buffer): string {
  const args = ['hash-object', '-t', type, '-w', '--literally', '--stdin']
  return execFileSync('git', args, { cwd: folder, input, encoding: 'utf8' }).trim()
}
