import { compareBytes } from './byte-order.ts'
import type {
  Argument,
  Icon,
  Input,
  KeyValueInput,
  Package,
  Repository,
  ServerJson,
  Transport,
} from './server-json.ts'
import { PUBLISHER_META } from './server-json.ts'

/**
 * The form in which the official API gives a `server.json` back: its declared fields in declared order, without
 * unknown keys and without empty optional ones (spec of the official API, body shapes). `JSON.stringify` of the result has
 * the official order of bytes.
 *
 * @param document a document that has passed the structure check
 */
export function canonicalServerJson(document: ServerJson): ServerJson {
  return compact({
    $schema: document.$schema ?? '',
    name: document.name,
    description: document.description,
    title: text(document.title),
    repository: document.repository && repository(document.repository),
    version: document.version,
    websiteUrl: text(document.websiteUrl),
    icons: list(document.icons, icon),
    packages: list(document.packages, packageOf),
    remotes: list(document.remotes, transport),
    _meta: document._meta && metaOf(document._meta),
  })
}

/** The official API drops what it does not know from `_meta` and keeps the empty object: some of its records have one. */
function metaOf(meta: NonNullable<ServerJson['_meta']>): NonNullable<ServerJson['_meta']> {
  const provided = meta[PUBLISHER_META]
  return provided && Object.keys(provided).length > 0 ? { [PUBLISHER_META]: sorted(provided) } : {}
}

/** An empty object stands for an absent repository in old upstream records. */
function repository({ url, source, id, subfolder }: Repository): Repository | undefined {
  if (!url && !source && !id && !subfolder) return undefined
  return compact({ url: text(url), source: text(source), id: text(id), subfolder: text(subfolder) })
}

function icon({ src, mimeType, sizes, theme }: Icon): Icon {
  return compact({
    src,
    mimeType: text(mimeType),
    sizes: sizes && sizes.length > 0 ? sizes : undefined,
    theme: text(theme),
  })
}

function packageOf(value: Package): Package {
  return compact({
    registryType: value.registryType,
    registryBaseUrl: text(value.registryBaseUrl),
    identifier: value.identifier,
    version: text(value.version),
    fileSha256: text(value.fileSha256),
    runtimeHint: text(value.runtimeHint),
    transport: transport(value.transport),
    runtimeArguments: list(value.runtimeArguments, argument),
    packageArguments: list(value.packageArguments, argument),
    environmentVariables: list(value.environmentVariables, keyValue),
  })
}

function transport({ type, url, headers, variables }: Transport): Transport {
  return compact({
    type,
    url: text(url),
    headers: list(headers, keyValue),
    variables: variablesOf(variables),
  })
}

function input(value: Input): Input {
  return compact({
    description: text(value.description),
    isRequired: value.isRequired || undefined,
    format: text(value.format),
    value: text(value.value),
    isSecret: value.isSecret || undefined,
    default: text(value.default),
    placeholder: text(value.placeholder),
    choices: value.choices && value.choices.length > 0 ? value.choices : undefined,
  })
}

function keyValue(value: KeyValueInput): KeyValueInput {
  return { ...input(value), ...compact({ variables: variablesOf(value.variables) }), name: value.name }
}

function argument(value: Argument): Argument {
  return {
    ...input(value),
    ...compact({
      variables: variablesOf(value.variables),
      type: value.type,
      name: text(value.name),
      valueHint: text(value.valueHint),
      isRepeated: value.isRepeated || undefined,
    }),
  }
}

function variablesOf(variables: Record<string, Input> | undefined): Record<string, Input> | undefined {
  if (!variables) return undefined
  const names = Object.keys(variables)
  if (names.length === 0) return undefined
  return Object.fromEntries(names.sort(compareBytes).map((name) => [name, input(variables[name]!)]))
}

/**
 * Maps come out with their keys sorted by bytes, at every depth; but JavaScript puts keys that are whole numbers first,
 * by value, whatever one does. No record of the official registry has any.
 */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(sorted) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => compareBytes(a, b))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)])) as T
}

function text(value: string | undefined): string | undefined {
  return value || undefined
}

function list<T>(values: readonly T[] | undefined, map: (value: T) => T): T[] | undefined {
  return values && values.length > 0 ? values.map(map) : undefined
}

type Optional<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** A copy without the keys whose value is absent. Deleting keys in place would make every object a slow one. */
function compact<T extends object>(value: T): Optional<T> {
  const kept: Partial<T> = {}
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key]
  return kept as Optional<T>
}
