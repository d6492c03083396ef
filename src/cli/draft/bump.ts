import type { Package } from '../../model/server-json.ts'
import { compareVersions } from '../../model/version.ts'
import type { Clue } from '../../publish/clue.ts'
import type { Composition } from '../../publish/compose.ts'

/** The version that a server.json is behind of: a later one is named beside it. */
export function laterVersion({ server, newer }: Composition): Composition['newer'] {
  if (!newer || server.version === undefined) return undefined
  const [now, then] = [server.version, newer.version].map((version) => ({ version, publishedAt: 0 }))
  return compareVersions(then!, now!) > 0 ? newer : undefined
}

/** The same server.json for the next release: packages that had its version get the new one. */
export function bumped(clues: readonly Clue[], version: string): Clue[] {
  return clues.map((clue) => {
    const { version: old, packages } = clue.server
    if (!clue.isWhole || old === undefined) return clue
    const server = {
      ...clue.server,
      version,
      ...(packages && { packages: packages.map((item) => bumpedPackage(item, old, version)) }),
    }
    return { ...clue, server }
  })
}

function bumpedPackage(item: Package, old: string, version: string): Package {
  if (item.version === old) return { ...item, version }
  const isTagged = item.registryType === 'oci' && item.identifier.endsWith(`:${old}`)
  return isTagged ? { ...item, identifier: item.identifier.slice(0, -old.length) + version } : item
}
