import type { ServerJson } from '../model/server-json.ts'

/** The text of a `server.json`: two spaces, fields in the order of the schema, one newline at the end. */
export function serverText(server: Partial<ServerJson>): string {
  return `${JSON.stringify(inOrder(server), null, 2)}\n`
}

/**
 * The same document with its fields in the order of the schema; for settings the name comes first, as people write
 * them. Empty lists go. What the schema does not know stays, at the end, so that the validator can speak about it.
 */
export function inOrder(server: Partial<ServerJson>): Partial<ServerJson> {
  return ordered(server, SERVER) as Partial<ServerJson>
}

/** The fields of an object in order, each with the order of what is in it. */
interface Order {
  [field: string]: Order
}

const NONE: Order = {}
const plain = (...fields: string[]): Order => Object.fromEntries(fields.map((field) => [field, NONE]))

const INPUT = plain(
  'description',
  'isRequired',
  'isSecret',
  'isRepeated',
  'format',
  'value',
  'default',
  'placeholder',
  'choices',
)
const SETTING: Order = { ...plain('type', 'name', 'valueHint'), ...INPUT, variables: NONE }
const TRANSPORT: Order = { ...plain('type', 'url'), headers: SETTING, variables: NONE }
const PACKAGE: Order = {
  ...plain('registryType', 'registryBaseUrl', 'identifier', 'version', 'fileSha256', 'runtimeHint'),
  transport: TRANSPORT,
  runtimeArguments: SETTING,
  packageArguments: SETTING,
  environmentVariables: SETTING,
}
const SERVER: Order = {
  ...plain('$schema', 'name', 'description', 'title'),
  repository: plain('url', 'source', 'id', 'subfolder'),
  ...plain('version', 'websiteUrl'),
  icons: plain('src', 'mimeType', 'sizes', 'theme'),
  packages: PACKAGE,
  remotes: TRANSPORT,
  _meta: NONE,
}

/** A list has the order of its items. */
function ordered(value: unknown, order: Order): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, order))
  if (typeof value !== 'object' || value === null || order === NONE) return value
  const known = Object.keys(order).filter((field) => Object.hasOwn(value, field))
  const unknown = Object.keys(value).filter((field) => !Object.hasOwn(order, field))
  const fields = [...known, ...unknown]
    .map((field): [string, unknown] => [field, (value as Record<string, unknown>)[field]])
    .filter(([, item]) => item !== undefined && !(Array.isArray(item) && item.length === 0))
    .map(([field, item]): [string, unknown] => [
      field,
      ordered(item, Object.hasOwn(order, field) ? order[field]! : NONE),
    ])
  // Not by assignment, which would lose a key named `__proto__` and with it the finding about it.
  return Object.fromEntries(fields)
}
