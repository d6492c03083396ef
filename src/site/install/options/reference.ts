import type { Package } from '../../../model/server-json.ts'
import type { Kind } from '../../kinds.ts'

/** Nothing that a tool would take for an option or split into words. */
const ONE_WORD = /^[^-\s][^\s]*$/

/** `identifier@version`; `undefined` where that is not one word. `latest` says no more than no version. */
export function packageReference({ identifier, version }: Package): string | undefined {
  return oneWord(version && version !== 'latest' ? `${identifier}@${version}` : identifier)
}

/**
 * An image with its tag or digest. A version is put behind it only where it has neither, and a registry before it only
 * where the identifier does not name it already.
 */
export function imageReference({ identifier, version, registryBaseUrl }: Package): string | undefined {
  const isComplete =
    /[:@]/.test(identifier.slice(identifier.lastIndexOf('/') + 1)) || identifier.includes('@')
  const image =
    version && !isComplete
      ? `${identifier}${version.startsWith('sha256:') ? '@' : ':'}${version}`
      : identifier
  if (!registryBaseUrl || isPublicRegistry('oci', registryBaseUrl)) return oneWord(image)
  const base = webAddress(registryBaseUrl)
  if (!base) return undefined
  const prefix = `${base.host}${base.pathname.replace(/\/+$/, '')}/`
  return oneWord(image.startsWith(`${base.host}/`) ? image : prefix + image)
}

function oneWord(text: string): string | undefined {
  return ONE_WORD.test(text) ? text : undefined
}

/**
 * The option that names a registry which is not the public one. `undefined` where its address is none: without it the
 * tool would take a package of the same name from the public registry.
 */
export function registryFlags({ registryBaseUrl }: Package, kind: Kind): string[] | undefined {
  if (kind === 'oci' || !registryBaseUrl || isPublicRegistry(kind, registryBaseUrl)) return []
  const base = webAddress(registryBaseUrl)
  if (!base) return undefined
  if (kind === 'npm') return ['--registry', registryBaseUrl]
  if (kind === 'nuget') return ['--source', registryBaseUrl]
  return ['--index-url', base.pathname === '/' ? `${base.origin}/simple/` : registryBaseUrl]
}

function webAddress(text: string): URL | undefined {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return undefined
  return new URL(text)
}

/** The domains that the public registries live under. */
const DOMAINS: Partial<Record<Kind, readonly string[]>> = {
  npm: ['npmjs.org', 'npmjs.com'],
  pypi: ['pypi.org'],
  nuget: ['nuget.org'],
  oci: ['docker.io', 'docker.com'],
}

function isPublicRegistry(kind: Kind, address: string): boolean {
  const { hostname = '' } = webAddress(address) ?? {}
  return (DOMAINS[kind] ?? []).some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}
