import type { Owner } from '../../catalog/catalog.ts'
import { readJsonFile } from '../../catalog/json-file.ts'
import { RegistryError } from '../../model/registry-error.ts'
import { namespaceFolder } from '../../model/tree-path.ts'
import type { TreeView } from './tree-view.ts'

/**
 * The owner of a namespace in a tree; `undefined` where nobody is recorded.
 *
 * @throws RegistryError R114 where owner.json cannot be read: then nobody knows who owns the namespace
 */
export async function ownerAt(tree: TreeView, namespace: string): Promise<Owner | undefined> {
  const path = `${namespaceFolder(namespace)}/owner.json`
  const bytes = await tree.read(path)
  if (!bytes) return undefined
  const read = readJsonFile({ path, mode: '100644', bytes }, 'owner')
  if ('data' in read) return read.data as Owner
  throw new RegistryError(
    'R114',
    `\`${path}\` on the main branch cannot be read: ${read.problems[0]!.message}`,
    {
      path,
      fix: 'A maintainer has to mend it.',
    },
  )
}
