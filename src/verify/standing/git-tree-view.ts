import { readGit, streamGit } from '../../catalog/git.ts'
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
        ? remember(contents, item.oid, () => readBlob(repository, item.oid))
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
  const listing = await readGit(repository, ['ls-tree', '-z', '--full-tree', treeish])
  return listing
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const tab = line.indexOf('\t')
      const [mode, type, oid] = line.slice(0, tab).split(' ') as [string, string, string]
      const kind = type === 'tree' ? 'folder' : mode === '100644' ? 'file' : 'other'
      return { name: line.slice(tab + 1), kind, oid }
    })
}

async function readBlob(repository: string, oid: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of streamGit(repository, ['cat-file', 'blob', oid])) chunks.push(chunk)
  return Buffer.concat(chunks)
}
