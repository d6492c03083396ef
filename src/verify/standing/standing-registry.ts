import { gitTree } from '../../catalog/git-tree.ts'
import type { Context } from '../context.ts'
import { once } from '../once.ts'
import { gitTreeView } from './git-tree-view.ts'
import { openIndex } from './open-index.ts'
import { ownerAt } from './owner-at.ts'

type Standing = Pick<Context, 'base' | 'merged' | 'mergedFiles' | 'index' | 'ownerOf'>

/**
 * What rules read from the registry itself, in a clone and without a checkout.
 *
 * @param base the commit that the registry stands at
 * @param merged the tree, or commit, that it would be after a merge
 */
export function standingRegistry(repository: string, base: string, merged: string): Standing {
  const view = gitTreeView(repository, base)
  return {
    base: view,
    merged: gitTreeView(repository, merged),
    mergedFiles: (folder) => gitTree(repository, merged, { below: folder }),
    index: once(() => openIndex(repository, base)),
    ownerOf: (namespace) => ownerAt(view, namespace),
  }
}
