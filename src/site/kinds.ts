import type { ServerJson } from '../model/server-json.ts'

/** The ways a server can be had: over the network, or from one of the package registries. */
export const KINDS = ['remote', 'npm', 'pypi', 'oci', 'mcpb', 'nuget', 'cargo', 'other'] as const

export type Kind = (typeof KINDS)[number]

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  remote: 'remote',
  npm: 'npm',
  pypi: 'PyPI',
  oci: 'OCI',
  mcpb: 'MCPB',
  nuget: 'NuGet',
  cargo: 'Cargo',
  other: 'other',
}

/** What the label means, for those who do not know it. */
export const KIND_SENTENCES: Readonly<Record<Kind, string>> = {
  remote: 'Runs elsewhere; you connect to an address.',
  npm: 'A package from npm, run with Node.js.',
  pypi: 'A package from the Python Package Index.',
  oci: 'A container image.',
  mcpb: 'An MCP bundle: one file to download.',
  nuget: 'A package from NuGet, run with .NET.',
  cargo: 'A crate, built with Rust.',
  other: 'A package from elsewhere.',
}

export function kindOfPackage(registryType: string): Kind {
  return (KINDS as readonly string[]).includes(registryType) && registryType !== 'remote'
    ? (registryType as Kind)
    : 'other'
}

/** The kinds of a server in the order of `KINDS`. Empty where it offers neither a package nor a remote. */
export function kindsOf({ packages = [], remotes = [] }: ServerJson): Kind[] {
  const kinds = new Set<Kind>(packages.map(({ registryType }) => kindOfPackage(registryType)))
  if (remotes.length > 0) kinds.add('remote')
  return KINDS.filter((kind) => kinds.has(kind))
}
