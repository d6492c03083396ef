import { createHash } from 'node:crypto'
import type { Package, Transport } from '../../../src/model/server-json.ts'
import type { Identity } from './names.ts'
import type { Random } from './random.ts'
import { inventArguments, inventVariables } from './settings.ts'

type PackageKind = 'npm' | 'pypi' | 'oci' | 'mcpb' | 'nuget' | 'cargo'

export type PackageFacts = Identity & { slug: string }

/** Which packages servers offer; those without any are remote. */
export const KINDS: readonly (readonly [readonly PackageKind[], number])[] = [
  [[], 46],
  [['npm'], 33.2],
  [['pypi'], 13.8],
  [['oci'], 2.1],
  [['mcpb'], 1.8],
  [['oci', 'pypi'], 0.8],
  [['nuget'], 0.4],
  [['npm', 'pypi'], 0.3],
  [['npm', 'oci'], 0.3],
  [['mcpb', 'npm'], 0.2],
  [['cargo'], 0.1],
]

const RUNTIME_HINTS: Partial<Record<PackageKind, string>> = { npm: 'npx', pypi: 'uvx', oci: 'docker' }

/** Invents the packages of a server, each as a function that writes it for a version. */
export function inventPackages(
  kinds: readonly PackageKind[],
  facts: PackageFacts,
  random: Random,
): ((version: string) => Package)[] {
  return kinds.map((kind) => {
    const isScoped = random.chance(0.6)
    const runtimeHint = random.chance(0.22) ? RUNTIME_HINTS[kind] : undefined
    const overHttp = random.chance(0.05)
    const transport: Transport = overHttp
      ? { type: 'streamable-http', url: 'http://localhost:{PORT}/mcp' }
      : { type: 'stdio' }
    const variables = inventVariables(facts.slug, random)
    if (overHttp) variables.push({ name: 'PORT', description: 'The port to listen on', default: '8080' })
    const packageArguments = random.chance(0.05) ? inventArguments(random) : []
    return (version) => ({
      registryType: kind,
      ...place(kind, facts, version, isScoped),
      ...(runtimeHint && { runtimeHint }),
      transport,
      ...(packageArguments.length > 0 && { packageArguments }),
      ...(variables.length > 0 && { environmentVariables: variables }),
    })
  })
}

/** Where a package is. The names only look real and are never asked for. */
function place(
  kind: PackageKind,
  { login, slug }: PackageFacts,
  version: string,
  isScoped: boolean,
): Pick<Package, 'identifier' | 'version' | 'fileSha256'> {
  const owner = login.toLowerCase()
  switch (kind) {
    case 'npm':
      return { identifier: isScoped ? `@${owner}/${slug}` : `${owner}-${slug}`, version }
    case 'nuget':
      return { identifier: `${login}.${slug}`, version }
    case 'oci': {
      const tag = version.replace('+', '-')
      return { identifier: `${isScoped ? 'docker.io' : 'ghcr.io'}/${owner}/${slug}:${tag}` }
    }
    case 'mcpb': {
      const file = `v${encodeURIComponent(version)}/${slug}.mcpb`
      const identifier = `https://github.com/${login}/${slug}/releases/download/${file}`
      return { identifier, fileSha256: createHash('sha256').update(identifier).digest('hex') }
    }
    default:
      return { identifier: `${owner}-${slug}`, version }
  }
}
