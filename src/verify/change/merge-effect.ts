import { askGit } from '../../catalog/git.ts'
import { RegistryError } from '../../model/registry-error.ts'
import { boundedDifferences, type Differences } from './bounded-differences.ts'
import { COUNTED_FILES } from './limits.ts'

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

export interface MergeEffect extends Differences {
  baseSha: string
  headSha: string
  mergedTree: string
  conflicts: string[] | 'unrelated'
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
    return { baseSha, headSha, mergedTree: baseSha, conflicts: 'unrelated', ...NONE }
  }
  const [mergedTree = '', ...names] = output.toString('utf8').split('\0')
  const conflicts = [...new Set(names.filter(Boolean))]
  if (code === 1 && conflicts.length === 0) throw failed('it tells of a conflict and not where')
  return {
    baseSha,
    headSha,
    mergedTree,
    conflicts,
    ...(await boundedDifferences(folder, baseSha, mergedTree, COUNTED_FILES)),
  }
}

const NONE: Differences = { differences: [], more: false }

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
