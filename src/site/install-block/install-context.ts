import type { ServerJson } from '../../model/server-json.ts'
import type { InstallContext } from '../install/types.ts'
import { safeText } from '../text/safe-text.ts'

/** What the instructions say about the server, besides the option. */
export function installContext(
  { name, version, title, description }: ServerJson,
  registryUrl: string,
  isWindows = false,
): InstallContext {
  return {
    name,
    version,
    ...(title && { title: safeText(title) }),
    description: safeText(description),
    registryUrl,
    isWindows,
  }
}
