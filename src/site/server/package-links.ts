import type { Package } from '../../model/server-json.ts'

/** The pages that people read about a package. They are links only; nothing is ever loaded from there. */
const PAGES: Readonly<Record<string, (identifier: string, version: string | undefined) => string>> = {
  npm: (id, version) =>
    `https://${['www', 'npmjs', 'com'].join('.')}/package/${id}${version ? `/v/${version}` : ''}`,
  pypi: (id, version) => `https://pypi.org/project/${id}/${version ? `${version}/` : ''}`,
  nuget: (id, version) => `https://www.nuget.org/packages/${id}${version ? `/${version}` : ''}`,
  cargo: (id, version) => `https://crates.io/crates/${id}${version ? `/${version}` : ''}`,
}

const PLAIN = /^@?[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)?$/
const PLAIN_VERSION = /^[A-Za-z0-9._+-]+$/

/** The package's own page at its registry; `undefined` where there is none, or where the package lives elsewhere. */
export function packagePage({
  registryType,
  registryBaseUrl,
  identifier,
  version,
}: Package): string | undefined {
  if (registryType === 'mcpb') return identifier
  if (registryType === 'oci') return imagePage(identifier)
  if (!PLAIN.test(identifier) || !isPublic(registryBaseUrl)) return undefined
  return PAGES[registryType]?.(identifier, version && PLAIN_VERSION.test(version) ? version : undefined)
}

/** Only images of hosts that have a page for each image at a known address. */
function imagePage(identifier: string): string | undefined {
  const image = /^(?:(docker\.io|ghcr\.io|quay\.io)\/)?([a-z0-9_-]+)\/([a-z0-9._-]+)(?:[:@].*)?$/.exec(
    identifier,
  )
  if (!image) return undefined
  const [, host = 'docker.io', owner, name] = image
  if (host === 'ghcr.io') return `https://github.com/${owner}/${name}/pkgs/container/${name}`
  return host === 'quay.io'
    ? `https://quay.io/repository/${owner}/${name}`
    : `https://hub.docker.com/r/${owner}/${name}`
}

/** The domains of the public registries; a mirror at another address has other pages, or none. */
const PUBLIC = ['npmjs.org', 'npmjs.com', 'pypi.org', 'nuget.org', 'crates.io']

function isPublic(registryBaseUrl: string | undefined): boolean {
  if (!registryBaseUrl) return true
  if (!URL.canParse(registryBaseUrl)) return false
  const { hostname } = new URL(registryBaseUrl)
  return PUBLIC.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}
