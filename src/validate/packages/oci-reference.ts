/** The parts of an image reference that the rules look at. */
export interface OciReference {
  /** With the port; `index.docker.io` where the reference names no registry. */
  registry: string
  repository: string
  tag?: string
  digest?: string
}

const REPOSITORY = /^[a-z0-9_\-./]{2,255}$/
const REGISTRY = /^[a-zA-Z0-9.-]+(?::[0-9]+)?$/
const TAG = /^[A-Za-z0-9_.-]{1,127}$/
const DIGEST = /^sha256:[a-f0-9]{64}$/

/**
 * Reads an image reference as the official registry's library does; `undefined` where it is none.
 * Source: package checks, type `oci` (ownership §7).
 */
export function parseOciReference(text: string): OciReference | undefined {
  const [rest = '', digest, ...more] = text.split('@')
  if (more.length > 0 || (digest !== undefined && !DIGEST.test(digest))) return undefined
  const colon = rest.lastIndexOf(':')
  const hasTag = colon > rest.lastIndexOf('/')
  const tag = hasTag ? rest.slice(colon + 1) : undefined
  if (tag !== undefined && !TAG.test(tag)) return undefined
  const name = hasTag ? rest.slice(0, colon) : rest
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  const isHost = /[.:]/.test(first) || first === 'localhost'
  const repository = isHost ? name.slice(slash + 1) : name
  if (!REPOSITORY.test(repository) || (isHost && !REGISTRY.test(first))) return undefined
  return {
    registry: isHost ? first : 'index.docker.io',
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

const HOSTS = ['docker.io', 'registry-1.docker.io', 'index.docker.io', 'ghcr.io', 'mcr.microsoft.com']
const DOMAINS = ['.pkg.dev', '.azurecr.io']

/** Whether the official registry reads images from a host. */
export function isKnownOciHost(host: string): boolean {
  return HOSTS.includes(host) || DOMAINS.some((domain) => host.endsWith(domain))
}
