import type { ServerJson, Argument, Icon, KeyValueInput, Package, Transport } from '../model/server-json.ts'
import type { Path } from './rule.ts'

/** A value in which nothing is certain to be there, but what is there has the right type. */
type Draft<T> = T extends (infer Item)[]
  ? (Draft<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T

export type DraftServer = Draft<ServerJson>
export type DraftPackage = Draft<Package>
export type DraftTransport = Draft<Transport>
export type DraftArgument = Draft<Argument>
export type DraftKeyValue = Draft<KeyValueInput>
export type DraftIcon = Draft<Icon>

/**
 * Takes the values at some paths out of a document, so that what remains has the types that rules rely on. Items of
 * arrays become `undefined` and keep their places. The document itself is left alone.
 */
export function withoutPaths(document: unknown, paths: readonly Path[]): DraftServer {
  if (paths.length === 0) return document as DraftServer
  if (paths.some((path) => path.length === 0)) return {}
  const copy = structuredClone(document)
  for (const path of paths) {
    let parent = copy as Record<string | number, unknown> | undefined
    for (const step of path.slice(0, -1)) parent = parent?.[step] as typeof parent
    if (parent) parent[path.at(-1)!] = undefined
  }
  return copy as DraftServer
}
