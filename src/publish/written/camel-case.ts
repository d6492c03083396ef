import { isRecord } from '../../validate/structure/violations.ts'

/** The keys of July 2025, which the schemas after it write in another way. */
const RENAMED: Readonly<Record<string, string>> = {
  website_url: 'websiteUrl',
  registry_type: 'registryType',
  registry_base_url: 'registryBaseUrl',
  file_sha256: 'fileSha256',
  runtime_hint: 'runtimeHint',
  runtime_arguments: 'runtimeArguments',
  package_arguments: 'packageArguments',
  environment_variables: 'environmentVariables',
  is_required: 'isRequired',
  is_secret: 'isSecret',
  is_repeated: 'isRepeated',
  value_hint: 'valueHint',
}

/** Not the publisher's to say since September 2025: the registry keeps both. */
const GONE = ['status', 'status_message']

/** A document of the first schema with the keys of the current one; any other as it is. */
export function inCamelCase(document: Record<string, unknown>): Record<string, unknown> {
  const { _meta, ...rest } = document
  const kept = Object.entries(rest).filter(([key]) => !GONE.includes(key))
  return {
    ...(renamed(Object.fromEntries(kept)) as Record<string, unknown>),
    ...(_meta !== undefined && { _meta }),
  }
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    const isOld = Object.hasOwn(RENAMED, key) && !Object.hasOwn(value, RENAMED[key]!)
    return [isOld ? RENAMED[key]! : key, renamed(item)]
  })
  return Object.fromEntries(entries)
}
