import type { Catalog } from '../../catalog/catalog.ts'
import type { KeyValueInput, Package, ServerJson, Transport } from '../../model/server-json.ts'
import { toJson } from '../json.ts'

/**
 * `kiro.json`: the governance document of Kiro and Amazon Q Developer. It takes one package or one remote a server,
 * positional arguments only, and no slash in names; servers that cannot be said that way are left out.
 */
export function kiroDocument(catalog: Catalog): string {
  const servers = catalog.servers
    .filter(({ latest }) => latest.official.status !== 'deleted')
    .flatMap(({ latest }) => kiroServer(latest.server) ?? [])
  return `${toJson({ servers })}\n`
}

function kiroServer(server: ServerJson): object | undefined {
  const { name, title, description, version } = server
  const head = { name: name.replace('/', '_'), ...(title && { title }), description, version }
  const remote = server.remotes?.find(isPlain)
  if (remote) return { server: { ...head, remotes: [kiroRemote(remote)] } }
  const packages = (server.packages ?? []).filter(isSayable)
  return packages[0] && { server: { ...head, packages: [kiroPackage(packages[0])] } }
}

/** A remote whose address holds no variables. */
function isPlain({ url }: Transport): boolean {
  return url !== undefined && !url.includes('{')
}

const KIRO_TYPES = ['npm', 'pypi', 'oci']

function isSayable({ registryType, transport, runtimeArguments, packageArguments = [] }: Package): boolean {
  return (
    KIRO_TYPES.includes(registryType) &&
    transport.type === 'stdio' &&
    !runtimeArguments &&
    packageArguments.every(
      ({ type, value }) => type === 'positional' && value !== undefined && !value.includes('{'),
    )
  )
}

function kiroRemote({ type, url, headers }: Transport): object {
  return { type, url, ...(headers && { headers: headers.map(namedValue) }) }
}

function kiroPackage({
  registryType,
  identifier,
  version,
  packageArguments,
  environmentVariables,
}: Package): object {
  return {
    registryType,
    identifier,
    ...(version && { version }),
    transport: { type: 'stdio' },
    ...(packageArguments && {
      packageArguments: packageArguments.map(({ type, value }) => ({ type, value })),
    }),
    ...(environmentVariables && { environmentVariables: environmentVariables.map(namedValue) }),
  }
}

/** What the user has to fill in is taken from the environment of the same name. */
function namedValue({ name, value, default: preset }: KeyValueInput): object {
  const fixed = value?.includes('{') ? undefined : value
  return { name, value: fixed ?? preset ?? `\${${name.replaceAll('-', '_').toUpperCase()}}` }
}
