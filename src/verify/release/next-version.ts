import { applyEdits, findNodeAtLocation, modify, parseTree, type Edit, type JSONPath } from 'jsonc-parser'
import { raisedFields } from '../../model/raised-package.ts'
import type { Package, ServerJson } from '../../model/server-json.ts'
import { CURRENT_SCHEMA_URL } from '../../validate/schema/dates.ts'
import { show } from '../../validate/text/show.ts'

/**
 * The text of a server.json for another version: the same, but for the version, that of each package which had the same
 * one, and `$schema`. What cannot be worked out from a version number, such as the digest of a file, is a fault.
 *
 * @param text the text that `document` was read from
 */
export function withVersion(
  text: string,
  document: ServerJson,
  version: string,
): { text: string } | { fault: string } {
  const { packages = [] } = document
  const pinned = packages.find(isPinned)
  if (pinned) {
    return { fault: `The package ${show(pinned.identifier)} is bound to one file by its digest or address.` }
  }
  const raised = packages.flatMap((pack, index) => raisedIn(pack, index, document.version, version))
  if (packages.length > 0 && raised.length === 0) {
    return { fault: `None of the packages has the version ${show(document.version)} of the server.` }
  }
  // An old file may have no `$schema` yet.
  const current = applyEdits(text, modify(text, ['$schema'], CURRENT_SCHEMA_URL, {}))
  return { text: replaced(current, [[['version'], version], ...raised]) }
}

type Raised = [path: JSONPath, value: string]

/** Reads the text once, however many packages there are. */
function replaced(text: string, values: readonly Raised[]): string {
  const root = parseTree(text)!
  const edits = values.map(([path, value]): Edit => {
    const { offset, length } = findNodeAtLocation(root, path)!
    return { offset, length, content: JSON.stringify(value) }
  })
  return applyEdits(text, edits)
}

function isPinned({ registryType, identifier, fileSha256 }: Package): boolean {
  return registryType === 'mcpb' || fileSha256 !== undefined || identifier.includes('@sha256:')
}

function raisedIn(item: Package, index: number, from: string, to: string): Raised[] {
  return Object.entries(raisedFields(item, from, to)).map(([field, value]) => [
    ['packages', index, field],
    value,
  ])
}
