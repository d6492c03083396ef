import type { DraftPackage } from '../draft.ts'
import { isPublicBase, publicBaseName } from '../registry-bases.ts'
import { ownership, type CheckedRule } from '../rule.ts'
import { show, showList } from '../text/show.ts'

/** The official registry's spelling of each type in its messages, by our name of the type. */
const TYPES: Record<string, string> = {
  npm: 'NPM',
  pypi: 'PyPI',
  nuget: 'NuGet',
  cargo: 'Cargo',
  oci: 'OCI',
  mcpb: 'MCPB',
}
const VERSIONED = ['npm', 'pypi', 'nuget', 'cargo']

export const REGISTRY_TYPE: CheckedRule<DraftPackage> = {
  code: 'R280',
  title: 'The registryType is not one that the registry can check',
  why: 'A package must be proved to belong to the server. For other types nobody knows how.',
  fix: 'Use one of `npm`, `pypi`, `nuget`, `cargo`, `oci` and `mcpb`, in lower case.',
  example: '{"packages": [{"registryType": "docker"}]}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType } = item
    if (registryType === undefined || Object.hasOwn(TYPES, registryType)) return
    report({
      rule: this,
      path: [...at, 'registryType'],
      message: `The registryType ${show(registryType)} is none of ${showList(Object.keys(TYPES))}.`,
      upstream: ownership(item, at, `unsupported registry type: ${registryType}`),
    })
  },
}

export const PACKAGE_REQUIRES: CheckedRule<DraftPackage> = {
  code: 'R283',
  title: 'A package lacks what its type needs',
  why: 'Without identifier and version nobody can tell which package is meant.',
  fix: 'Add the identifier and the exact version that are published in the package registry.',
  example: '{"packages": [{"registryType": "npm", "identifier": "weather-mcp"}]}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType = '', identifier = '', version = '' } = item
    const type = TYPES[registryType]
    if (!type) return
    if (identifier === '') {
      const cause = `package identifier is required for ${type} packages`
      const message = `The ${show(registryType)} package has an empty identifier.`
      report({ rule: this, path: [...at, 'identifier'], message, upstream: ownership(item, at, cause) })
    }
    if (version !== '' || !VERSIONED.includes(registryType)) return
    report({
      rule: this,
      path: item.version === undefined ? at : [...at, 'version'],
      missing: 'version',
      message: `The ${show(registryType)} package has no \`version\`.`,
      upstream: ownership(item, at, `package version is required for ${type} packages`),
    })
  },
}

export const PACKAGE_FORBIDS: CheckedRule<DraftPackage> = {
  code: 'R282',
  title: 'A package has a field that its type does not use',
  why: 'Clients would add it to the identifier, and install something that does not exist.',
  fix: 'Remove the field; for `oci` put registry and tag into `identifier`, for `mcpb` the whole address.',
  example: '{"registryType": "oci", "identifier": "ghcr.io/acme/weather:1.0.0", "version": "1.0.0"}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType = '' } = item
    for (const field of FORBIDDEN[registryType] ?? []) {
      if (!item[field]) continue
      report({
        rule: this,
        path: [...at, field],
        at: 'key',
        message: `A package of type ${show(registryType)} may not have ${show(field)}.`,
        upstream: ownership(item, at, refusal(registryType, field)),
      })
    }
  },
}

type Field = 'registryBaseUrl' | 'version' | 'fileSha256'

const FORBIDDEN: Record<string, Field[]> = {
  npm: ['fileSha256'],
  pypi: ['fileSha256'],
  nuget: ['fileSha256'],
  cargo: ['fileSha256'],
  oci: ['registryBaseUrl', 'version', 'fileSha256'],
  mcpb: ['registryBaseUrl'],
}

function refusal(registryType: string, field: Field): string {
  const start = `${TYPES[registryType]} packages must not have '${field}' field`
  if (registryType === 'mcpb') return `${start} - use the full download URL in 'identifier' instead`
  if (field === 'registryBaseUrl') {
    return `${start} - use canonical reference in 'identifier' instead (e.g., 'docker.io/owner/image:1.0.0')`
  }
  if (field === 'version') {
    return `${start} - include version in 'identifier' instead (e.g., 'docker.io/owner/image:1.0.0')`
  }
  return registryType === 'oci' || registryType === 'npm'
    ? start
    : `${start} - this is only for MCPB packages`
}

export const REGISTRY_BASE: CheckedRule<DraftPackage> = {
  code: 'R281',
  title: 'The registryBaseUrl is not the public registry of this type',
  why: 'Only packages in public registries can be checked, and installed by everybody.',
  fix: 'Remove `registryBaseUrl`.',
  example: '{"registryType": "pypi", "registryBaseUrl": "https://pypi.example.com"}',
  mirrored: 'warning',
  check(item, at, report) {
    const { registryType = '', registryBaseUrl = '' } = item
    if (!VERSIONED.includes(registryType) || registryBaseUrl === '') return
    if (isPublicBase(registryType, registryBaseUrl)) return
    const cause = `registry type and base URL do not match: '${registryBaseUrl}' is not valid for registry type '${registryType}'`
    report({
      rule: this,
      path: [...at, 'registryBaseUrl'],
      message: `The registryBaseUrl ${show(registryBaseUrl)} is not ${publicBaseName(registryType)}.`,
      upstream: ownership(item, at, cause),
    })
  },
}
