import { namespaceOf } from '../../model/server-name.ts'
import { readModeration, readStatus } from '../../catalog/statement.ts'
import { RegistryError } from '../../model/registry-error.ts'
import type { Moderation, Status } from '../../model/status.ts'
import { namespaceFolder, serverFolder, versionFolder } from '../../model/tree-path.ts'
import type { TreeView } from './tree-view.ts'

/** A maintainer's decision, and the file that says it. */
export interface StandingModeration {
  path: string
  moderation: Moderation
}

/**
 * What maintainers decided about a namespace, a server or a version: the nearest file counts, as in the catalog.
 *
 * @throws RegistryError R111 where a file cannot be read: a decision that nobody understands is not none
 */
export async function moderationOf(
  tree: TreeView,
  namespace: string,
  name?: string,
  version?: string,
): Promise<StandingModeration | undefined> {
  const folders = [
    ...(name !== undefined && version !== undefined ? [versionFolder(name, version)] : []),
    ...(name === undefined ? [] : [serverFolder(name)]),
    namespaceFolder(namespace),
  ]
  for (const folder of folders) {
    const path = `${folder}/moderation.md`
    const bytes = await tree.read(path)
    if (!bytes) continue
    const read = readModeration(path, bytes)
    if ('statement' in read) return { path, moderation: read.statement }
    throw new RegistryError(
      'R111',
      `\`${path}\` on the main branch cannot be read: ${read.problems[0]!.message}`,
      {
        path,
        fix: 'A maintainer has to mend it.',
      },
    )
  }
  return undefined
}

/** The status of a published version, as the catalog would have it; a file that cannot be read says nothing. */
export async function statusOf(tree: TreeView, name: string, version: string): Promise<Status> {
  const moderation = await moderationOf(tree, namespaceOf(name), name, version)
  if (moderation) return moderation.moderation.status
  for (const folder of [versionFolder(name, version), serverFolder(name)]) {
    const bytes = await tree.read(`${folder}/status.md`)
    const read = bytes && readStatus(`${folder}/status.md`, bytes)
    if (read && 'statement' in read) return read.statement.status
  }
  return 'active'
}
