import { SERVERS } from '../model/tree-path.ts'
import { readObjects } from './git-objects.ts'
import { readGit } from './git.ts'
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
      const folder = `${prefix}${below}`
      const listing = await readGit(repository, [
        'ls-tree',
        '-r',
        '-z',
        '--full-tree',
        revision,
        '--',
        folder,
      ])
      const items = listing.split('\0').filter(Boolean).map(parseItem)
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

/** `100644 blob <oid>\t<path>` */
function parseItem(line: string): { mode: string; type: string; oid: string; path: string } {
  const tab = line.indexOf('\t')
  const [mode, type, oid] = line.slice(0, tab).split(' ') as [string, string, string]
  return { mode, type, oid, path: line.slice(tab + 1) }
}
