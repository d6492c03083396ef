import npmRegistryFetch from 'npm-registry-fetch'
import type { PackageMirror, Policy } from '../../catalog/policy.ts'
import { isKnownOciHost } from '../../validate/packages/oci-reference.ts'
import { PUBLIC_BASES } from '../../validate/registry-bases.ts'

/** The types whose packages live in one registry; an image names its own. */
export type CentralType = Exclude<PackageMirror, 'oci'>

const PUBLIC: Record<CentralType, string> = {
  npm: npmRegistryFetch.pickRegistry('any', {}),
  ...PUBLIC_BASES,
}

/** Where Docker Hub serves images, and where it gives out tokens for them. */
export const DOCKER_HUB = 'registry-1.docker.io'
export const DOCKER_HUB_TOKENS = 'auth.docker.io'

/** Hosts that the registries send clients on to for files and tokens. */
const FILE_HOSTS = [
  'static.crates.io',
  'github.com',
  'www.github.com',
  'objects.githubusercontent.com',
  'release-assets.githubusercontent.com',
  'pkg-containers.githubusercontent.com',
  'gitlab.com',
  'www.gitlab.com',
  'cdn.artifacts.gitlab-static.net',
  'storage.googleapis.com',
  'production.cloudflare.docker.com',
  DOCKER_HUB_TOKENS,
]
const FILE_DOMAINS = ['.r2.cloudflarestorage.com', '.data.mcr.microsoft.com', '.blob.core.windows.net']

const HOSTS = new Set([...Object.values(PUBLIC).map((address) => new URL(address).host), ...FILE_HOSTS])

/** Whether a host serves packages, or files and tokens of packages, of one of the public registries. */
export function isPackageHost(host: string): boolean {
  return HOSTS.has(host) || isKnownOciHost(host) || FILE_DOMAINS.some((domain) => host.endsWith(domain))
}

/** The address that is asked about packages of a type, without a `/` at its end. */
export function addressOf(type: CentralType, mirrors: Policy['packages']): string {
  return (mirrors[type] ?? PUBLIC[type]).replace(/\/+$/, '')
}
