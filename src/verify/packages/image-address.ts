import type { Policy } from '../../catalog/policy.ts'
import { isKnownOciHost, parseOciReference } from '../../validate/packages/oci-reference.ts'
import { DOCKER_HUB, DOCKER_HUB_TOKENS } from './registry-addresses.ts'

/** Where an image is read. */
export interface ImageAddress {
  /** The address of its repository in the distribution API, `…/v2/<repository>`. */
  url: string
  /** Added to every address: tells a mirror whose image is meant. */
  query: string
  repository: string
  /** A digest or a tag. */
  reference: string
  /** Hosts that may give out tokens for it. */
  tokenHosts: string[]
}

const DOCKER_NAMES = ['docker.io', 'index.docker.io', 'registry-1.docker.io']

/**
 * Where the image of an identifier is read: at its registry, or at the operator's mirror, which is told the registry in
 * `ns` as containerd does. `undefined` where rules R285 and R286 refuse the identifier.
 */
export function imageAddress(
  identifier: string,
  { oci: mirror }: Policy['packages'],
): ImageAddress | undefined {
  const parsed = parseOciReference(identifier)
  if (!parsed || !(mirror || isKnownOciHost(parsed.registry))) return undefined
  const { registry, digest, tag = 'latest' } = parsed
  const isDocker = DOCKER_NAMES.includes(registry)
  const isOfficial = isDocker && !parsed.repository.includes('/')
  const repository = isOfficial ? `library/${parsed.repository}` : parsed.repository
  const base = mirror?.replace(/\/+$/, '') ?? `https://${isDocker ? DOCKER_HUB : registry}`
  return {
    url: `${base}/v2/${repository}`,
    query: mirror ? `?ns=${encodeURIComponent(isDocker ? 'docker.io' : registry)}` : '',
    repository,
    reference: digest ?? tag,
    tokenHosts: [new URL(base).hostname, ...(isDocker && !mirror ? [DOCKER_HUB_TOKENS] : [])],
  }
}
