import { parseServerName, shardOf, takenHalf } from '../model/server-name.ts'

/** What a path of the tree is for. `namespace`, `name` and `version` are read from the folders, not from the file. */
export type Place =
  | { kind: 'server'; namespace: string; name: string; version: string }
  | { kind: 'proof'; namespace: string; name: string; version: string }
  | { kind: 'status' | 'moderation'; namespace: string; name?: string; version?: string }
  | { kind: 'upstream' | 'listing'; namespace: string; name: string }
  | { kind: 'owner'; namespace: string }

/** File names by the number of folders between the two-letter folder and the file. */
const PLACES = new Map<string, Place['kind']>([
  ['1/owner.json', 'owner'],
  ['1/moderation.md', 'moderation'],
  ['2/upstream.json', 'upstream'],
  ['2/listing.md', 'listing'],
  ['2/status.md', 'status'],
  ['2/moderation.md', 'moderation'],
  ['3/server.json', 'server'],
  ['3/proof.json', 'proof'],
  ['3/status.md', 'status'],
  ['3/moderation.md', 'moderation'],
])

/**
 * Reads a path of the registry's tree (DESIGN: the tree). A path that has no place there gives the reason, as the
 * end of a sentence that starts with the path.
 */
export function placeOf(path: string): Place | string {
  const [servers, shard, namespace, ...rest] = path.split('/')
  const file = rest.pop()
  if (servers !== 'servers' || !shard || !namespace || !file) return 'is not inside a namespace folder'
  const kind = PLACES.get(`${rest.length + 1}/${file}`)
  if (!kind) return 'is not one of the files that a registry holds at this place'
  if (shard !== shardOf(namespace)) {
    return `is in the folder \`${shard}\`, but the namespace \`${namespace}\` belongs in \`${shardOf(namespace)}\``
  }
  const [name, versionFolder] = rest
  const serverName = `${namespace}/${name ?? 'any'}`
  if (!parseServerName(serverName)) {
    return name === undefined
      ? `has a folder that is not a namespace: \`${namespace}\``
      : `has folders that are not a server name: \`${serverName}\``
  }
  const taken = takenHalf(serverName)
  if (taken !== undefined) return `has a folder where the registry has a file: \`${taken}\``
  const version = versionFolder === undefined ? undefined : decodeVersion(versionFolder)
  if (version === null) return `has a version folder that is not percent-encoded: \`${versionFolder}\``
  if (version !== undefined && !isFolderVersion(version)) {
    return `has a version folder that stands for no version: \`${versionFolder}\``
  }
  return { kind, namespace, ...(name && { name }), ...(version !== undefined && { version }) } as Place
}

/** The version that a folder name stands for; `null` where no version is written that way. */
function decodeVersion(folder: string): string | null {
  if (/^[\w.~-]+$/.test(folder)) return folder
  try {
    const version = decodeURIComponent(folder)
    return encodeURIComponent(version) === folder ? version : null
  } catch {
    return null
  }
}

/** Dots lead out of the folder, and control characters break every line that the version is printed on. */
function isFolderVersion(version: string): boolean {
  return version !== '' && version !== '.' && version !== '..' && !/\p{Cc}/u.test(version)
}
