import type { RegistryConfig } from '../../catalog/config.ts'
import { PUBLIC_BASES } from '../../validate/registry-bases.ts'
import { addressOf } from '../../verify/packages/registry-addresses.ts'

/** The package registries that the form asks when a person wants it, by their addresses without a `/` at the end. */
export interface Lookups {
  npm: string
  /** Absent where the registry checks another one than the public one, which nobody has told the form about. */
  pypi?: string
}

/** Where the form looks packages up: npm's registry or its mirror, as the gate does, and PyPI. */
export function lookupsOf({ policy }: Pick<RegistryConfig, 'policy'>): Lookups {
  const npm = addressOf('npm', policy.packages)
  return policy.packages.pypi === undefined ? { npm, pypi: PUBLIC_BASES.pypi } : { npm }
}
