import { isKnownOciHost, type OciReference } from '../validate/packages/oci-reference.ts'
import { OCI_HOST } from '../validate/rules/package-source.ts'
import type { Clue } from './clue.ts'
import { known } from './loose.ts'
import { githubName } from './names.ts'
import { plainText } from './plain-text.ts'

const BARE = 'index.docker.io'

/** What the name of an image says. Its labels are inside it, and not read here. */
export function clueFromReference(reference: OciReference, source: string): Clue {
  const { registry, repository, tag, digest } = reference
  const host = registry === BARE ? 'docker.io' : registry
  const identifier = `${host}/${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`
  const [owner = '', ...rest] = repository.split('/')
  const isKnown = isKnownOciHost(registry)
  return {
    source,
    says: plainText(`${identifier} (image)`),
    server: known({
      name: host === 'ghcr.io' && rest.length > 0 ? githubName(owner, rest.at(-1)!) : undefined,
      version: versionIn(tag),
      packages: isKnown ? [{ registryType: 'oci', identifier, transport: { type: 'stdio' } }] : undefined,
    }),
    warnings: isKnown ? tagWarnings(tag, digest) : [],
    ...(!isKnown && {
      refusal: { saw: `Images on ${plainText(host)} cannot be checked.`, fix: OCI_HOST.fix },
    }),
  }
}

function versionIn(tag: string | undefined): string | undefined {
  return tag && /^v?\d+\.\d/.test(tag) ? tag.replace(/^v/, '') : undefined
}

function tagWarnings(tag: string | undefined, digest: string | undefined): string[] {
  if (digest || (tag && tag !== 'latest')) return []
  return ['The image has no tag of its own, so it would be another one tomorrow. Name one, such as `:1.0.0`.']
}
