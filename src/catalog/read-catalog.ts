import { compareBytes } from '../model/byte-order.ts'
import { RegistryError } from '../model/registry-error.ts'
import { assemble, pastContentsNeeded } from './assemble.ts'
import type { Catalog } from './catalog.ts'
import { diskTree } from './disk-tree.ts'
import { readDraft } from './draft.ts'
import { readObjects } from './git-objects.ts'
import { gitTree } from './git-tree.ts'
import { findRepository, type Repository } from './repository.ts'
import { readHistory } from './history.ts'
import { formatProblem, type Problem } from './problem.ts'
import { fileTimes, gitTimes, type Times } from './times.ts'
import type { Tree } from './tree.ts'
import { twinProblems } from './twins.ts'

export interface CatalogReading {
  catalog: Catalog
  /** Everything that keeps the registry from being built, by path. */
  problems: Problem[]
}

export interface ReadOptions {
  /** The time at which uncommitted files count as published, in microseconds. */
  now?: number
  /** Told once where times cannot come from Git. */
  warn?: (message: string) => void
}

/**
 * Reads the registry in the folder `root` as it stands on disk, with times from Git.
 *
 * @throws RegistryError R602 for a shallow clone, R603 where Git fails
 */
export async function readCatalog(root: string, options: ReadOptions = {}): Promise<CatalogReading> {
  const now = options.now ?? Date.now() * 1000
  const repository = await findRepository(root)
  if (typeof repository === 'string') {
    options.warn?.(`${repository}: times come from the files. Clone the repository to get the real ones.`)
    return combine(diskTree(root), Promise.resolve(fileTimes(now)))
  }
  return combine(diskTree(root, repository), historyOf(repository, now), repository)
}

/**
 * Reads the registry at a commit, from Git's objects and without a checkout.
 *
 * @param root a folder in the repository, the registry's root within it
 * @throws RegistryError R602 for a shallow clone, R603 where Git fails
 */
export async function readCatalogAt(root: string, revision: string): Promise<CatalogReading> {
  const repository = await findRepository(root, revision)
  if (typeof repository === 'string') throw new RegistryError('R603', `${repository}.`, { path: root })
  if (!repository.commit) {
    throw new RegistryError('R603', `There is no commit \`${revision}\` in \`${root}\`.`)
  }
  const tree = gitTree(root, repository.commit, { prefix: repository.prefix })
  return combine(tree, historyOf(repository, 0), repository)
}

/**
 * Reads the registry in `root` and insists that all of it is sound.
 *
 * @throws RegistryError R100 that lists every problem, one a line
 */
export async function loadCatalog(root: string, options: ReadOptions = {}): Promise<Catalog> {
  const { catalog, problems } = await readCatalog(root, options)
  if (problems.length === 0) return catalog
  const count = problems.length === 1 ? 'is 1 problem' : `are ${problems.length} problems`
  throw new RegistryError('R100', `There ${count} in servers/:\n${problems.map(formatProblem).join('\n')}`)
}

/** Git works through its history in a process of its own while the files are read here. */
async function combine(
  tree: Tree,
  arriving: Promise<Times>,
  repository?: Repository,
): Promise<CatalogReading> {
  const [draft, times] = await Promise.all([readDraft(tree), arriving])
  const past = new Map<string, Buffer>()
  if (repository) {
    for await (const { oid, bytes } of readObjects(repository.folder, pastContentsNeeded(draft, times))) {
      past.set(oid, bytes)
    }
  }
  const catalog = assemble(draft, times, past)
  const problems = [...draft.problems, ...twinProblems(draft)].sort(
    (a, b) => compareBytes(a.path, b.path) || a.line - b.line || a.column - b.column,
  )
  return {
    catalog: repository?.commit ? { ...catalog, commit: repository.commit } : catalog,
    problems,
  }
}

async function historyOf({ folder, commit, prefix }: Repository, now: number): Promise<Times> {
  return gitTimes(commit ? await readHistory(folder, commit, prefix) : new Map(), now)
}
