import { raisedFields } from '../../model/raised-package.ts'
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
      ...(packages && {
        packages: packages.map((item) => ({ ...item, ...raisedFields(item, old, version) })),
      }),
    }
    return { ...clue, server }
  })
}
