import { askGit, readGit } from '../../catalog/git.ts'
import { RegistryError } from '../../model/registry-error.ts'

/** Nobody's own settings take part: no renames, no drivers, no attributes but those of the registry. */
const STRICT = [
  '-c',
  'merge.renames=false',
  '-c',
  'merge.directoryRenames=false',
  '-c',
  'merge.default=text',
  '-c',
  'core.attributesFile=/dev/null',
]

/** One line of `git diff-tree --raw`. */
export interface RawDifference {
  path: string
  status: 'added' | 'modified' | 'removed'
  mode: string
  /** The blob after the change; all zeros where there is none. */
  oid: string
}

export interface MergeEffect {
  baseSha: string
  headSha: string
  mergedTree: string
  conflicts: string[] | 'unrelated'
  differences: RawDifference[]
}

/**
 * What merging `head` into `base` would change, told from Git's objects alone: `merge-tree`, then `diff-tree`. A rename
 * is a removal and an addition, and a stale branch shows only what it adds to the present base.
 *
 * @param base,head commits, or names of commits, that the clone in `folder` has
 * @throws RegistryError R603 where a commit is missing or Git fails
 */
export async function readMergeEffect(folder: string, base: string, head: string): Promise<MergeEffect> {
  const [baseSha, headSha] = await Promise.all([commitOf(folder, base), commitOf(folder, head)])
  const merge = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', baseSha, headSha]
  const { code, output, complaint } = await askGit(folder, [...STRICT, ...merge])
  if (code > 1) {
    if (!/unrelated histories/.test(complaint)) throw failed(complaint)
    return { baseSha, headSha, mergedTree: `${baseSha}^{tree}`, conflicts: 'unrelated', differences: [] }
  }
  const [mergedTree = '', ...paths] = output.toString('utf8').split('\0')
  return {
    baseSha,
    headSha,
    mergedTree,
    conflicts: [...new Set(paths.filter(Boolean))],
    differences: await differencesBetween(folder, baseSha, mergedTree),
  }
}

/** Every path that differs between two trees, in Git's order. */
export async function differencesBetween(
  folder: string,
  before: string,
  after: string,
): Promise<RawDifference[]> {
  const flags = ['-r', '-z', '--raw', '--no-renames', '--no-abbrev']
  const tokens = (await readGit(folder, ['diff-tree', ...flags, before, after])).split('\0')
  const differences: RawDifference[] = []
  for (let i = 0; i + 1 < tokens.length; i += 2) differences.push(parseDifference(tokens[i]!, tokens[i + 1]!))
  return differences
}

/** `:100644 100644 <oid> <oid> M` */
function parseDifference(line: string, path: string): RawDifference {
  const [, mode, , oid, letter] = line.split(' ') as [string, string, string, string, string]
  const status = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified'
  return { path, status, mode, oid }
}

async function commitOf(folder: string, revision: string): Promise<string> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]
  const { code, output } = await askGit(folder, args)
  if (code === 0) return output.toString('utf8').trim()
  throw new RegistryError('R603', `There is no commit \`${revision}\` in \`${folder}\`.`, {
    fix: 'Fetch it first: `git fetch origin`, and for a pull request `git fetch origin pull/NUMBER/head`.',
  })
}

function failed(complaint: string): RegistryError {
  return new RegistryError('R603', `Git cannot merge the two commits: ${complaint.trim()}`, {
    fix: 'Git 2.38 or newer and a complete clone are needed (`git fetch --unshallow`).',
  })
}
