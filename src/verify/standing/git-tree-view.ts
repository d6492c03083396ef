import { readGitBytes } from '../../catalog/git.ts'
import { listTree } from '../../catalog/ls-tree.ts'
import type { TreeItem, TreeView } from './tree-view.ts'

/**
 * A tree or commit in a clone, read folder by folder. What was read once is kept: rules ask for the same few things.
 * Folders are found by their ids from the root, so that an object which cannot be read is an error (`RegistryError`
 * R603) and never looks like an empty folder.
 *
 * @param treeish a commit or tree, by its id
 */
export function gitTreeView(repository: string, treeish: string): TreeView {
  const folders = new Map<string, Promise<TreeItem[]>>()
  const contents = new Map<string, Promise<Buffer>>()

  return {
    list,
    async has(path) {
      return (await find(path)) !== undefined
    },
    async read(path) {
      const item = await find(path)
      return item?.kind === 'file'
        ? remember(contents, item.oid, () => readGitBytes(repository, ['cat-file', 'blob', item.oid]))
        : undefined
    },
  }

  function list(folder: string): Promise<TreeItem[]> {
    return remember(folders, folder, async () => {
      if (folder === '') return readTree(repository, treeish)
      const item = await find(folder)
      return item?.kind === 'folder' ? readTree(repository, item.oid) : []
    })
  }

  async function find(path: string): Promise<TreeItem | undefined> {
    const slash = path.lastIndexOf('/')
    const items = await list(slash < 0 ? '' : path.slice(0, slash))
    return items.find(({ name }) => name === path.slice(slash + 1))
  }
}

function remember<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  let answer = known.get(key)
  if (!answer) known.set(key, (answer = find()))
  return answer
}

async function readTree(repository: string, treeish: string): Promise<TreeItem[]> {
  const lines = await listTree(repository, treeish)
  return lines.map(({ mode, type, oid, path }) => {
    const kind = type === 'tree' ? 'folder' : mode === '100644' ? 'file' : 'other'
    return { name: path, kind, oid }
  })
}
