import { parseServerName } from '../../../model/server-name.ts'

/** More columns than these fit no screen. */
export const MAX_SERVERS = 4

/** The servers that an address or a form asks for, and what could not be taken. */
export interface Wanted {
  names: string[]
  /** Words that are no server names, as they were typed. */
  unknown: string[]
  /** Names beyond the fourth. */
  tooMany: string[]
}

/** Reads `s` of a query: names between commas, in one parameter or several. */
export function wantedNames(search: string): Wanted {
  const words = new URLSearchParams(search)
    .getAll('s')
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((word) => word !== '')
  const found = words.map((word) => ({ word, name: nameIn(word) }))
  const names = [...new Set(found.flatMap(({ name }) => name ?? []))]
  return {
    names: names.slice(0, MAX_SERVERS),
    unknown: found.filter(({ name }) => name === undefined).map(({ word }) => word),
    tooMany: names.slice(MAX_SERVERS),
  }
}

/** A server name, bare, in quotes, or in the address of a page or of an API document about it. */
function nameIn(word: string): string | undefined {
  const bare = word.replace(/^["'`<(]+|["'`>)]+$/g, '')
  const path = URL.canParse(bare) ? /\/servers\/([^?#]+)/.exec(bare)?.[1] : bare
  if (path === undefined) return undefined
  const [namespace = '', name = ''] = path.replace(/%2f/i, '/').split('/')
  const text = `${namespace}/${name}`
  return (URL.canParse(bare) || text === bare) && parseServerName(text) ? text : undefined
}
