import { readGit, streamGit } from '../../catalog/git.ts'
import { compareBytes } from '../../model/byte-order.ts'

/** A path that differs between two trees. A rename is a removal and an addition. */
export interface RawDifference {
  path: string
  status: 'added' | 'modified' | 'removed'
  /** Git's mode after the change; `000000` where there is nothing any more, `040000` for an empty folder. */
  mode: string
  /** The blob after the change; all zeros where there is none. */
  oid: string
}

export interface Differences {
  /** By path. */
  differences: RawDifference[]
  /** Whether there are more than were looked for. */
  more: boolean
}

/**
 * The paths that differ between two trees, at most `most` of them. A few hundred bytes of Git objects can stand for a
 * billion paths, and Git collects all of them before it says a word; so its trees are compared level by level, and no
 * further than that.
 *
 * @param before,after ids of trees or commits
 * @param most of paths and folders together
 * @throws RegistryError R603 where one of them is not there
 */
export async function boundedDifferences(
  folder: string,
  before: string,
  after: string,
  most: number,
): Promise<Differences> {
  const differences: RawDifference[] = []
  const trees = await readGit(folder, ['rev-parse', `${before}^{tree}`, `${after}^{tree}`])
  const [old = '', now = ''] = trees.split('\n')
  let level: Pair[] = old === now ? [] : [{ prefix: '', before: old, after: now }]
  let visited = 0
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === DEEPEST) return { differences: sorted(differences), more: true }
    visited += level.length
    const below: Pair[] = []
    for await (const entry of compareTrees(folder, level)) {
      take(entry, differences, below)
      if (differences.length + visited + below.length > most)
        return { differences: sorted(differences), more: true }
    }
    level = below
  }
  return { differences: sorted(differences), more: false }
}

/** No path of a registry comes near this depth, and each level is a question to Git. */
const DEEPEST = 32

/** Two versions of one folder. */
interface Pair {
  prefix: string
  before: string
  after: string
}

interface Entry {
  path: string
  old: { mode: string; oid: string }
  now: { mode: string; oid: string }
}

const TREE = '040000'
const NOTHING = '000000'
/** Git knows the empty tree without anybody having written it, by the hash that the repository uses. */
const EMPTY: Record<number, string> = {
  40: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  64: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
}

function take({ path, old, now }: Entry, differences: RawDifference[], below: Pair[]): void {
  const tree = ({ mode, oid }: Entry['old']): string => (mode === TREE ? oid : EMPTY[oid.length]!)
  if (old.mode === TREE || now.mode === TREE) {
    below.push({ prefix: `${path}/`, before: tree(old), after: tree(now) })
  }
  // Git's own commands never write an empty folder, and show nothing of one; a merge would keep it all the same.
  if (now.mode === TREE && now.oid === EMPTY[now.oid.length]) {
    differences.push({ path, status: 'added', mode: TREE, oid: now.oid })
  }
  const isFile = { old: isBelowTree(old), now: isBelowTree(now) }
  if (!isFile.old && !isFile.now) return
  const status = !isFile.old ? 'added' : !isFile.now ? 'removed' : 'modified'
  const { mode, oid } = isFile.now ? now : { mode: NOTHING, oid: '0'.repeat(now.oid.length) }
  differences.push({ path, status, mode, oid })
}

function isBelowTree({ mode }: Entry['old']): boolean {
  return mode !== TREE && mode !== NOTHING
}

/**
 * What differs directly in each of some folders. Git repeats both ids on a line before what it says about a pair, and
 * ends everything else with a NUL: `:100644 100644 <oid> <oid> M`, then the name.
 */
async function* compareTrees(folder: string, pairs: readonly Pair[]): AsyncGenerator<Entry> {
  const flags = ['--stdin', '-z', '--raw', '--no-renames', '--no-abbrev']
  const input = pairs.map(({ before, after }) => `${before} ${after}\n`).join('')
  const decoder = new TextDecoder()
  let rest = ''
  let pair = -1
  let change: string | undefined
  for await (const chunk of streamGit(folder, ['diff-tree', ...flags], input)) {
    const tokens = (rest + decoder.decode(chunk, { stream: true })).split('\0')
    rest = tokens.pop()!
    for (const token of tokens) {
      if (change === undefined) {
        const lines = token.split('\n')
        change = lines.pop()!
        pair += lines.length
        continue
      }
      const [oldMode, mode, oldOid, oid] = change.slice(1).split(' ') as [string, string, string, string]
      yield {
        path: pairs[pair]!.prefix + token,
        old: { mode: oldMode, oid: oldOid },
        now: { mode, oid },
      }
      change = undefined
    }
  }
}

function sorted(differences: RawDifference[]): RawDifference[] {
  return differences.sort((a, b) => compareBytes(a.path, b.path))
}
