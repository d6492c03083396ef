import type { ServerJson } from '../../model/server-json.ts'
import { serverText } from '../../publish/server-text.ts'
import type { Published } from '../../site/client/api/published.ts'
import { EXIT } from '../exit.ts'
import { findVersion } from '../registry/versions.ts'
import { Stop } from '../stop.ts'
import type { World } from '../world.ts'

/**
 * Looks whether the registry lists this version already, and tells. Where it does not answer, nothing is known, and the
 * gate will say.
 *
 * @throws Stop where it lists another document under the same version, which can never change
 */
export async function isListed(document: ServerJson, world: World): Promise<boolean> {
  const { terminal } = world
  const { name, version } = document
  let listed: Published | undefined
  try {
    listed = await findVersion(name, version, world)
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    terminal.mark('!', 'version', `${error.message} Whether ${version} is listed already is not known.`)
    return false
  }
  if (!listed) {
    terminal.mark('✓', 'version', `${version} is not listed yet`)
    return false
  }
  if (serverText(listed.server) === serverText(document)) {
    terminal.mark('✓', 'version', `${version} is listed already; there is nothing to do`)
    return true
  }
  throw new Stop(
    EXIT.invalid,
    `${name} ${version} is listed already, with another content, and a published version never changes.`,
    `Raise the version. Wrong listing? mcp-git deprecate ${name}@${version} --reason '…'`,
  )
}
