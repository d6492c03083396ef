import type { Catalog } from '../../catalog/catalog.ts'
import type { KeyValueInput, Package, ServerJson, Transport } from '../../model/server-json.ts'
import { isPublicBase } from '../../validate/registry-bases.ts'
import { toJson } from '../json.ts'

/**
 * `kiro.json`: the governance document of Kiro and Amazon Q Developer. It takes one package or one remote a server,
 * positional arguments only, no registry but the public ones, and no slash in names; servers that cannot be said that
 * way are left out.
 */
export function kiroDocument(catalog: Catalog): string {
  const servers = catalog.servers
    .filter(({ latest }) => latest.official.status !== 'deleted')
    .flatMap(({ latest }) => kiroServer(latest.server) ?? [])
  return `${toJson({ servers })}\n`
}

const NAME = /^[a-zA-Z0-9._-]+$/
const MAX_DESCRIPTION = 100

function kiroServer(server: ServerJson): object | undefined {
  const { title, version } = server
  const name = server.name.replace('/', '_')
  if (!NAME.test(name)) return undefined
  const description = [...server.description].slice(0, MAX_DESCRIPTION).join('')
  const head = { name, ...(title && { title }), description, version }
  const remote = server.remotes?.find(isPlain)
  if (remote) return { server: { ...head, remotes: [kiroRemote(remote, name)] } }
  const pack = server.packages?.find(isSayable)
  return pack && { server: { ...head, packages: [kiroPackage(pack)] } }
}

/** A remote whose address holds no variables. */
function isPlain({ url }: Transport): boolean {
  return url !== undefined && !url.includes('{')
}

const KIRO_TYPES = ['npm', 'pypi', 'oci']

function isSayable(pack: Package): boolean {
  const { registryType, transport, runtimeArguments = [], packageArguments = [] } = pack
  return (
    KIRO_TYPES.includes(registryType) &&
    isPublic(pack) &&
    transport.type === 'stdio' &&
    runtimeArguments.length === 0 &&
    packageArguments.every(
      ({ type, value }) => type === 'positional' && value !== undefined && !value.includes('{'),
    )
  )
}

/** The document has no place for a registry: a package of another one would be taken from the public one. */
function isPublic({ registryType, registryBaseUrl }: Package): boolean {
  if (!registryBaseUrl) return true
  if (registryType === 'oci') return registryBaseUrl === 'https://docker.io'
  return isPublicBase(registryType, registryBaseUrl)
}

/**
 * A header of the user's own gets a variable that is named for the server: the publisher's name for it could be one that
 * the user has already, for somebody else.
 */
function kiroRemote({ type, url, headers = [] }: Transport, server: string): object {
  const given = headers.flatMap((header) => namedValue(header, `MCP_${server}_${header.name}`))
  return { type, url, ...(given.length > 0 && { headers: given }) }
}

function kiroPackage({
  registryType,
  identifier,
  version,
  packageArguments = [],
  environmentVariables = [],
}: Package): object {
  const args = packageArguments.map(({ type, value }) => ({ type, value }))
  const given = environmentVariables.flatMap((variable) => namedValue(variable, variable.name))
  return {
    registryType,
    identifier,
    ...(version && { version }),
    transport: { type: 'stdio' },
    ...(args.length > 0 && { packageArguments: args }),
    ...(given.length > 0 && { environmentVariables: given }),
  }
}

/**
 * What the user has to fill in is taken from a variable of the environment; what they may leave out, and nobody has a
 * value for, is left out.
 */
function namedValue({ name, value, default: preset, isRequired }: KeyValueInput, variable: string): object[] {
  const fixed = value?.includes('{') ? undefined : value
  const known = fixed || preset
  if (known) return [{ name, value: known }]
  return isRequired ? [{ name, value: `\${${variable.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}}` }] : []
}
