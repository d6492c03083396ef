import { SERVERS } from '../model/tree-path.ts'
import { readObjects } from './git-objects.ts'
import { listTree } from './ls-tree.ts'
import type { Tree } from './tree.ts'

/**
 * The tree of a commit, read from Git's objects without a checkout.
 *
 * @param repository a folder in the repository, or a bare repository
 * @param revision a commit, or any name of one
 * @param options `prefix`: where the registry's root lies in the repository, empty or a folder with a `/` at the end;
 *   `below`: the folder of the registry whose files are read, all of them or a part
 */
export function gitTree(
  repository: string,
  revision: string,
  { prefix = '', below = SERVERS }: { prefix?: string; below?: string } = {},
): Tree {
  return {
    async *files() {
      const items = await listTree(repository, revision, `${prefix}${below}`)
      const blobs = items.filter(({ type }) => type === 'blob')
      for (const { path, mode } of items.filter(({ type }) => type !== 'blob')) {
        yield { path: path.slice(prefix.length), mode, bytes: Buffer.alloc(0) }
      }
      const oids = blobs.map(({ oid }) => oid)
      let next = 0
      for await (const object of readObjects(repository, oids)) {
        const { path, mode } = blobs[next++]!
        yield { ...object, path: path.slice(prefix.length), mode }
      }
    },
  }
}
