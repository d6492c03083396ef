import { readGit } from './git.ts'

/** One line of `git ls-tree`. */
export interface TreeLine {
  mode: string
  type: string
  oid: string
  /** From the tree that is listed. */
  path: string
}

/**
 * Lists a tree of Git: what stands directly in it, or with a folder named every file below that.
 *
 * @param treeish a tree or a commit, or any name of one
 * @throws RegistryError R603
 */
export async function listTree(repository: string, treeish: string, below?: string): Promise<TreeLine[]> {
  const which = below === undefined ? [treeish] : ['-r', treeish, '--', below]
  const listing = await readGit(repository, ['ls-tree', '-z', '--full-tree', ...which])
  return listing.split('\0').filter(Boolean).map(parseLine)
}

/** `100644 blob <oid>\t<path>` */
function parseLine(line: string): TreeLine {
  const tab = line.indexOf('\t')
  const [mode, type, oid] = line.slice(0, tab).split(' ') as [string, string, string]
  return { mode, type, oid, path: line.slice(tab + 1) }
}
