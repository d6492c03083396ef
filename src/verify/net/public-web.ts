import type { Policy } from '../../catalog/policy.ts'
import { isPackageHost } from '../packages/registry-addresses.ts'
import { WELL_KNOWN } from '../proofs/domain-records.ts'
import { guardedWeb, type GuardedWebOptions } from './guarded-web.ts'
import type { WebClient } from './web-client.ts'

export interface PublicWebOptions extends Pick<GuardedWebOptions, 'sleep' | 'lookup'> {
  /** Where the people behind this registry are found: crates.io wants to know it from everybody who asks. */
  contact?: string
}

/**
 * The web as the gate may use it: the public package registries, the one path of any host by which domains prove
 * themselves, and the mirrors that the operator's policy names.
 */
export function publicWeb(packages: Policy['packages'], options: PublicWebOptions = {}): WebClient {
  const { contact, ...rest } = options
  return guardedWeb({
    ...rest,
    userAgent: contact ? `mcp-git-registry (+${contact})` : 'mcp-git-registry',
    trusted: Object.values(packages),
    allows: (url) => isPackageHost(url.host) || (url.pathname === WELL_KNOWN && url.search === ''),
  })
}
