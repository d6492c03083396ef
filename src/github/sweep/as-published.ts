import { namespaceOf } from '../../model/server-name.ts'
import type { Owner } from '../../catalog/catalog.ts'
import { RegistryError } from '../../model/registry-error.ts'
import { versionFolder } from '../../model/tree-path.ts'
import { validateServerJson } from '../../validate/server-json.ts'
import type { Change } from '../../verify/change/change.ts'
import type { Publisher } from '../../verify/publisher.ts'
import type { TreeView } from '../../verify/standing/tree-view.ts'

/**
 * A version that is published, as the change that would publish it now: what rules and proofs are asked about.
 *
 * @param commit the commit that `tree` is of
 * @throws RegistryError R603 where its file is not there
 */
export async function asPublished(
  tree: TreeView,
  commit: string,
  name: string,
  version: string,
): Promise<Change> {
  const folder = versionFolder(name, version)
  const path = `${folder}/server.json`
  const [bytes, proof] = await Promise.all([tree.read(path), tree.read(`${folder}/proof.json`)])
  if (!bytes) throw new RegistryError('R603', `There is no \`${path}\` in ${commit}.`)
  const namespace = namespaceOf(name)
  const file = { path, status: 'added' as const, mode: '100644', size: bytes.length, bytes }
  return {
    baseSha: commit,
    headSha: commit,
    mergedTree: commit,
    conflicts: [],
    files: [file],
    fileCount: 1,
    isForPeople: false,
    publications: [
      { file, name, namespace, version, validation: validateServerJson(bytes), ...(proof && { proof }) },
    ],
    namespaces: [namespace],
  }
}

/** The owner of a namespace, as who would publish. */
export function asPublisher(owner: Owner | undefined): Publisher {
  const { id, login = '', type = 'User' } = owner ?? {}
  return { login, type, ...(id !== undefined && { id }) }
}
