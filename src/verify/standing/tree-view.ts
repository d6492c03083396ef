/** A tree of Git objects that is read file by file: the registry at the base, or after a merge. */
export interface TreeView {
  /** The content of an ordinary file, `undefined` where there is none. */
  read(path: string): Promise<Buffer | undefined>
  /** What stands directly in a folder; empty where there is no such folder. */
  list(folder: string): Promise<readonly TreeItem[]>
  /** Whether anything, file or folder, stands at the path. */
  has(path: string): Promise<boolean>
}

export interface TreeItem {
  name: string
  kind: 'file' | 'folder' | 'other'
  oid: string
}
