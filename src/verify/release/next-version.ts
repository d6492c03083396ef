import { applyEdits, modify, type JSONPath } from 'jsonc-parser'
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
  const edits = packages.flatMap((pack, index) => editsOf(pack, index, document.version, version))
  if (packages.length > 0 && edits.length === 0) {
    return { fault: `None of the packages has the version ${show(document.version)} of the server.` }
  }
  const all: Edit[] = [[['$schema'], CURRENT_SCHEMA_URL], [['version'], version], ...edits]
  return { text: all.reduce((now, [path, value]) => applyEdits(now, modify(now, path, value, {})), text) }
}

type Edit = [path: JSONPath, value: string]

function isPinned({ registryType, identifier, fileSha256 }: Package): boolean {
  return registryType === 'mcpb' || fileSha256 !== undefined || identifier.includes('@sha256:')
}

function editsOf({ identifier, version }: Package, index: number, from: string, to: string): Edit[] {
  if (version !== undefined) return version === from ? [[['packages', index, 'version'], to]] : []
  // An image has its version in its tag.
  const [, image, letter, tag] = /^(.*:)(v?)([^/:]+)$/.exec(identifier) ?? []
  return tag === from ? [[['packages', index, 'identifier'], `${image}${letter}${to}`]] : []
}
