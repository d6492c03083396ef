import type { RegistryConfig } from '../../catalog/config.ts'

/** A path of the site, such as `/feeds/`, as the full address that machines need. */
export function fullAddress({ url }: Pick<RegistryConfig, 'url'>, path: string): string {
  return url + path.slice(1)
}
