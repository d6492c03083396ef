/** A server name, `namespace/name`: a reverse-DNS namespace and a name within it. */
export interface ServerName {
  namespace: string
  name: string
}

const SHAPE = /^([a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9])\/([a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9])$/

/** Splits `namespace/name`; `undefined` where the text is not a server name (official rules D02–D04). */
export function parseServerName(text: string): ServerName | undefined {
  const parts = SHAPE.exec(text)
  return parts ? { namespace: parts[1]!, name: parts[2]! } : undefined
}

/** The namespace of a server name: what stands before its slash. */
export function namespaceOf(serverName: string): string {
  return serverName.slice(0, serverName.indexOf('/'))
}

/**
 * The two-letter folder that a namespace lives in: the first two characters of its last label, lower-cased.
 * It keeps every folder of the tree small, so that Git and GitHub stay quick at 100,000 versions.
 */
export function shardOf(namespace: string): string {
  return namespace
    .slice(namespace.lastIndexOf('.') + 1)
    .slice(0, 2)
    .toLowerCase()
}

/** Files that stand where a namespace or a name would have its folder: in the registry's tree, and in what is built. */
const TAKEN = new Set(['owner.json', 'moderation.md', 'index.html', 'feed.xml'])

/** The half of a server name that cannot be a folder, because a file has its name; `undefined` where both can. */
export function takenHalf(serverName: string): string | undefined {
  return serverName.split('/').find((half) => TAKEN.has(half.toLowerCase()))
}

/** Two names with the same key may not both exist: names are unique without regard to letter case. */
export function nameKey(name: string): string {
  return name.toLowerCase()
}
