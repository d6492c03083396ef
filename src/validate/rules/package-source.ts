import type { DraftPackage } from '../draft.ts'
import { mcpbFault } from '../packages/mcpb-url.ts'
import { isKnownOciHost, parseOciReference } from '../packages/oci-reference.ts'
import { ownership, type CheckedRule } from '../rule.ts'
import { show } from '../text/show.ts'

export const MCPB_HASH: CheckedRule<DraftPackage> = {
  code: 'R284',
  title: 'An MCPB package has no fileSha256',
  why: 'The hash is all that ties the file that clients download to the one that was published.',
  fix: 'Add the output of `sha256sum` on the file as `fileSha256`.',
  example:
    '{"registryType": "mcpb", "identifier": "https://github.com/acme/mcp/releases/download/v1/mcp.mcpb"}',
  mirrored: 'warning',
  check(item, at, report) {
    if (item.registryType !== 'mcpb' || item.fileSha256) return
    const cause = 'must include a fileSha256 hash for integrity verification'
    report({
      rule: this,
      path: item.fileSha256 === undefined ? at : [...at, 'fileSha256'],
      missing: 'fileSha256',
      message: 'The MCPB package has no `fileSha256`.',
      upstream: ownership(item, at, cause),
    })
  },
}

export const MCPB_URL: CheckedRule<DraftPackage> = {
  code: 'R287',
  title: 'An MCPB package is not a release file on GitHub or GitLab',
  why: 'Release files stay where they are, and show who published them.',
  fix: 'Attach the file to a release and use its download address.',
  example: '{"registryType": "mcpb", "identifier": "https://example.com/weather.mcpb"}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType, identifier = '' } = item
    if (registryType !== 'mcpb' || identifier === '') return
    const fault = mcpbFault(identifier)
    if (!fault) return
    report({
      rule: this,
      path: [...at, 'identifier'],
      message: `The address ${show(identifier)} of the MCPB file ${fault.seen}.`,
      upstream: ownership(item, at, fault.upstream),
    })
  },
}

export const OCI_REFERENCE: CheckedRule<DraftPackage> = {
  code: 'R285',
  title: 'The identifier of an OCI package is not an image reference',
  why: 'Clients hand it to the container runtime as it is.',
  fix: 'Write it like `ghcr.io/acme/weather:1.0.0`, in lower case, without `https://`.',
  example: '{"registryType": "oci", "identifier": "https://ghcr.io/acme/weather"}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType, identifier = '' } = item
    if (registryType !== 'oci' || identifier === '' || parseOciReference(identifier)) return
    report({
      rule: this,
      path: [...at, 'identifier'],
      message: `The identifier ${show(identifier)} is not an image reference.`,
      upstream: ownership(item, at, `invalid OCI reference: could not parse reference: ${identifier}`),
    })
  },
}

export const OCI_HOST: CheckedRule<DraftPackage> = {
  code: 'R286',
  title: 'The image is in a registry that cannot be checked',
  why: 'The label that names the server is read from the image, without an account.',
  fix: 'Publish the image on Docker Hub, GitHub, Google Artifact Registry, Azure or the Microsoft registry.',
  example: '{"registryType": "oci", "identifier": "quay.io/acme/weather:1.0.0"}',
  mirrored: 'warning',
  check(item, at, report) {
    const reference = item.registryType === 'oci' ? parseOciReference(item.identifier ?? '') : undefined
    if (!reference || isKnownOciHost(reference.registry)) return
    report({
      rule: this,
      path: [...at, 'identifier'],
      message: `Images on ${show(reference.registry)} cannot be checked.`,
      upstream: ownership(item, at, `unsupported OCI registry: ${reference.registry}`),
    })
  },
}
