import { placeOf } from '../../catalog/layout.ts'
import { compareVersions } from '../../model/version.ts'
import { serverFolder } from '../../model/tree-path.ts'
import { statusOf } from '../standing/statements-at.ts'
import type { TreeView } from '../standing/tree-view.ts'

/** A version that the registry has, with the bytes of its server.json. */
export interface ListedVersion {
  version: string
  bytes: Buffer
}

/** The highest version of a server that is not withdrawn; `undefined` where there is none. */
export async function lastListed(tree: TreeView, name: string): Promise<ListedVersion | undefined> {
  const folder = serverFolder(name)
  const items = await tree.list(folder)
  const versions = items.flatMap(({ kind, name: child }) => {
    const place = kind === 'folder' && placeOf(`${folder}/${child}/server.json`)
    return typeof place === 'object' && place.kind === 'server'
      ? [{ version: place.version, path: `${folder}/${child}/server.json`, publishedAt: 0 }]
      : []
  })
  for (const { version, path } of versions.sort((a, b) => compareVersions(b, a))) {
    const bytes = await tree.read(path)
    if (bytes && (await statusOf(tree, name, version)) !== 'deleted') return { version, bytes }
  }
  return undefined
}
