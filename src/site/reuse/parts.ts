import { hash } from 'node:crypto'
import { leafPrefixes } from '../../api/emit/api-files.ts'
import type { CatalogServer } from '../../catalog/catalog.ts'
import { namespaceOf } from '../../model/server-name.ts'

/**
 * What belongs to one server, `namespace/name`, or to one publisher, `namespace`: all files that show nothing else, so
 * that they are as they were for as long as the part is. Everything else is shared, and made at every build.
 */
export type Part = string

/** Where the API has servers, and where the site has its pages and badges; the namespace and the name come next. */
const FOLDERS = ['servers/', 'badge/', 'v0.1/servers/', 'v0/servers/']

/**
 * The part that a file of the site belongs to; `undefined` for what is shared.
 *
 * @param path relative to the site's root, with `/`
 */
export function partOf(path: string): Part | undefined {
  const folder = FOLDERS.find((start) => path.startsWith(start))
  if (folder === undefined) return undefined
  const [namespace, name, ...more] = path.slice(folder.length).split('/')
  if (folder === 'badge/')
    return more.length === 0 ? `${namespace}/${name?.replace(/\.svg$/, '')}` : undefined
  if (name === undefined) return undefined
  return more.length > 0 || folder !== 'servers/' ? `${namespace}/${name}` : namespace
}

/** The publisher to whom everything in a folder of the site belongs; `undefined` for folders that are larger or smaller. */
export function publisherOf(folder: string): Part | undefined {
  const start = FOLDERS.find((start) => folder.startsWith(start))
  const namespace = start && folder.slice(start.length)
  return namespace && !namespace.includes('/') ? namespace : undefined
}

/** All parts, each with a hash of everything that its files are made from. Servers are in byte order of their names. */
export function partsOf(servers: readonly CatalogServer[]): Map<Part, string> {
  // The number of servers decides where the API has files for each of them.
  const prefixes = leafPrefixes(servers.length).join()
  const parts = new Map<Part, string>()
  const publishers = new Map<Part, string[]>()
  for (const server of servers) {
    const made = hash('sha256', prefixes + JSON.stringify(server), 'base64url')
    parts.set(server.name, made)
    const namespace = namespaceOf(server.name)
    if (publishers.has(namespace)) publishers.get(namespace)!.push(made)
    else publishers.set(namespace, [made])
  }
  for (const [namespace, made] of publishers) parts.set(namespace, hash('sha256', made.join(), 'base64url'))
  return parts
}
