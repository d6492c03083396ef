import type { RegistryConfig } from '../../../catalog/config.ts'
import { fullAddress } from '../address.ts'

export const SECURITY_TXT = '/.well-known/security.txt'

const YEAR = 365 * 86_400_000_000

/**
 * Where to report a weakness (RFC 9116). Without a repository there is nobody to name. It expires a year after the
 * registry's last change, when nobody may be left to answer.
 *
 * @param updatedAt the newest change in the registry, in microseconds
 */
export function securityTxt(config: RegistryConfig, updatedAt: number): string | undefined {
  if (!config.repository || updatedAt === 0) return undefined
  const repository = `https://github.com/${config.repository}`
  const expires = new Date((updatedAt + YEAR) / 1000).toISOString()
  return [
    `Contact: ${repository}/security/advisories/new`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${fullAddress(config, SECURITY_TXT)}`,
    `Policy: ${repository}/security/policy`,
    '',
  ].join('\n')
}
