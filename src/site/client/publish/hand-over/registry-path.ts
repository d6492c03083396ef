import { parseServerName } from '../../../../model/server-name.ts'
import { versionFolder } from '../../../../model/tree-path.ts'
import { textAt } from '../document/place.ts'

/** Where the document belongs in the registry; `undefined` while its name or its version does not say it. */
export function registryPath(document: object): string | undefined {
  const name = textAt(document, '/name')
  const version = textAt(document, '/version')
  // Characters that no version may have would be another folder, or none.
  if (!parseServerName(name) || !/^[\w.+~-]{1,64}$/.test(version) || /^\.+$/.test(version)) return undefined
  return `${versionFolder(name, version)}/server.json`
}
