import type { RegistryConfig } from '../../../catalog/config.ts'
import { fullAddress } from '../address.ts'
import { SITEMAP } from '../sitemap/sitemap-files.ts'

/** The API's documents end in `.html` on plain hosts, where a crawler would take them for pages. */
export function robotsTxt(config: RegistryConfig): string {
  return [
    'User-agent: *',
    `Disallow: ${config.base}v0/`,
    `Disallow: ${config.base}v0.1/`,
    '',
    `Sitemap: ${fullAddress(config, SITEMAP)}`,
    '',
  ].join('\n')
}
