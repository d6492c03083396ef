/**
 * The shape of a publisher's `server.json`, as the official registry's API returns it.
 * Source: the official API, body shapes (`Server`, `Package`, `Transport`, `Input`, …).
 * A value of this type has passed the structure check; nothing is promised about its meaning.
 */
export interface ServerJson {
  $schema?: string
  name: string
  description: string
  title?: string
  repository?: Repository
  version: string
  websiteUrl?: string
  icons?: Icon[]
  packages?: Package[]
  remotes?: Transport[]
  _meta?: { [PUBLISHER_META]?: Record<string, unknown> }
}

/** The one `_meta` key of a `server.json` that a registry keeps. */
export const PUBLISHER_META = 'io.modelcontextprotocol.registry/publisher-provided'

/** The `_meta` key of a response that carries the registry's own facts about a version. */
export const OFFICIAL_META = 'io.modelcontextprotocol.registry/official'

/** An absent repository appears as `{}` in old upstream records, so no field is certain. */
export interface Repository {
  url?: string
  source?: string
  id?: string
  subfolder?: string
}

export interface Icon {
  src: string
  mimeType?: string
  sizes?: string[]
  theme?: string
}

export interface Package {
  registryType: string
  registryBaseUrl?: string
  identifier: string
  version?: string
  fileSha256?: string
  runtimeHint?: string
  transport: Transport
  runtimeArguments?: Argument[]
  packageArguments?: Argument[]
  environmentVariables?: KeyValueInput[]
}

/** Used for `packages[].transport` (any type) and for `remotes[]` (streamable-http and sse only). */
export interface Transport {
  type: string
  url?: string
  headers?: KeyValueInput[]
  variables?: Record<string, Input>
}

export interface Input {
  description?: string
  isRequired?: boolean
  format?: string
  value?: string
  isSecret?: boolean
  default?: string
  placeholder?: string
  choices?: string[]
}

interface InputWithVariables extends Input {
  variables?: Record<string, Input>
}

export interface KeyValueInput extends InputWithVariables {
  name: string
}

export interface Argument extends InputWithVariables {
  type: string
  name?: string
  valueHint?: string
  isRepeated?: boolean
}
