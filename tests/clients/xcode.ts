import { boolean, list, map, oneOf, record, struct, text, type Decode } from './decode.ts'

/*
 * Copilot for Xcode decodes with Swift's `Codable`: closed enumerations, no nulls, and one value of a wrong type
 * anywhere loses the whole list.
 */

const INPUT = {
  description: text,
  isRequired: boolean,
  format: oneOf('string', 'number', 'boolean', 'filepath'),
  value: text,
  isSecret: boolean,
  default: text,
  placeholder: text,
  choices: list(text),
}
const variables = map(struct(INPUT))
const keyValue = struct({ ...INPUT, variables, 'name!': text })

const argument: Decode = (value, at) => {
  const isNamed = record(value, at).type === 'named'
  struct({
    ...INPUT,
    variables,
    'type!': oneOf('positional', 'named'),
    [isNamed ? 'name!' : 'name']: text,
    valueHint: text,
    isRepeated: boolean,
  })(value, at)
}

const remote = struct({
  'type!': oneOf('streamable-http', 'sse'),
  'url!': text,
  headers: list(keyValue),
  variables,
})

const packageOf = struct({
  'registryType!': text,
  registryBaseUrl: text,
  'identifier!': text,
  version: text,
  fileSha256: text,
  runtimeHint: text,
  'transport!': struct({
    'type!': oneOf('stdio', 'streamable-http', 'sse'),
    url: text,
    headers: list(keyValue),
  }),
  runtimeArguments: list(argument),
  packageArguments: list(argument),
  environmentVariables: list(keyValue),
})

/** Absent, empty, or with both halves. */
const repository: Decode = (value, at) => {
  if (Object.keys(record(value, at)).length === 0) return
  struct({ 'url!': text, 'source!': text, id: text, subfolder: text })(value, at)
}

const icon = struct({
  'src!': text,
  mimeType: oneOf('image/png', 'image/jpeg', 'image/jpg', 'image/svg+xml', 'image/webp'),
  sizes: list(text),
  theme: oneOf('light', 'dark'),
})

const server = struct({
  'name!': text,
  'description!': text,
  'version!': text,
  title: text,
  websiteUrl: text,
  repository,
  icons: list(icon),
  packages: list(packageOf),
  remotes: list(remote),
})

const official = struct({
  status: oneOf('active', 'deprecated', 'deleted'),
  statusChangedAt: text,
  statusMessage: text,
  publishedAt: text,
  updatedAt: text,
  isLatest: boolean,
})

const entry = struct({
  'server!': server,
  _meta: struct({ 'io.modelcontextprotocol.registry/official!': official }),
})

/**
 * Reads a list as Copilot for Xcode does.
 *
 * @throws TypeError for the first value that loses the list
 */
export function readXcodeList(document: string): void {
  struct({ 'servers!': list(entry), metadata: struct({ nextCursor: text }) })(JSON.parse(document), 'list')
}
