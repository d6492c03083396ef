import type { RegistryConfig } from '../../catalog/config.ts'
import { addressOf } from '../../verify/packages/registry-addresses.ts'
import type { RegistryTarget } from '../target.ts'

/** What a copy of the program is told about the registry that it came from. */
export function targetOf({ title, url, repository, githubClientId, policy }: RegistryConfig): RegistryTarget {
  return {
    title,
    url,
    ...(repository && { repository }),
    ...(githubClientId && { clientId: githubClientId }),
    npmRegistry: addressOf('npm', policy.packages),
  }
}
