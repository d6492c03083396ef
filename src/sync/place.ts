import { placeOf } from '../catalog/layout.ts'
import { parseServerName, takenHalf } from '../model/server-name.ts'
import { versionFolder } from '../model/tree-path.ts'
import { show } from '../validate/text/show.ts'

/** What common file systems allow for one folder name, in bytes. */
const MAX_FOLDER_BYTES = 255

/** Names that files of the registry have at the places where these folders would stand, or that lead elsewhere. */
const TAKEN_VERSIONS = ['', '.', '..', 'upstream.json', 'listing.md', 'status.md', 'moderation.md']

/**
 * Why a version cannot have a folder in the tree, as a sentence; `undefined` where it can. Upstream lets a version be
 * any text of 255 characters, so this is what stands between a record and the rest of the disk.
 */
export function placeFault(serverName: string, version: string): string | undefined {
  const name = parseServerName(serverName)
  if (!name) return `${show(serverName)} is not a server name: it must be \`namespace/name\`.`
  const taken = takenHalf(serverName)
  if (taken !== undefined) {
    return `${show(taken)} cannot be a folder: the registry has a file of that name there.`
  }
  const path = pathOf(serverName, version)
  if (path === undefined || TAKEN_VERSIONS.includes(version.toLowerCase())) {
    return `The version ${show(version)} cannot be the name of a folder.`
  }
  const long = path.split('/').find((folder) => Buffer.byteLength(folder) > MAX_FOLDER_BYTES)
  if (long !== undefined) return `${show(long)} is too long to be the name of a folder.`
  const place = placeOf(path)
  const agrees =
    typeof place === 'object' &&
    place.kind === 'server' &&
    place.namespace === name.namespace &&
    place.name === name.name &&
    place.version === version
  return agrees
    ? undefined
    : `The version ${show(version)} does not survive the way into a folder name and back.`
}

function pathOf(serverName: string, version: string): string | undefined {
  try {
    return `${versionFolder(serverName, version)}/server.json`
  } catch {
    return undefined // Half a surrogate pair has no UTF-8 form.
  }
}
