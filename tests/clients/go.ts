import { anything, boolean, list, map, record, struct, text, time, type Decode } from './decode.ts'

/*
 * The official Go types (`pkg/api/v0`, `pkg/model`), into which ToolHive, Docker and the Go clients decode: a value
 * of another type fails the whole answer, unknown keys are passed over, and times are RFC 3339.
 */

const INPUT = {
  description: text,
  isRequired: boolean,
  format: text,
  value: text,
  isSecret: boolean,
  default: text,
  placeholder: text,
  choices: list(text),
}
const variables = map(struct(INPUT))
const keyValue = struct({ ...INPUT, variables, name: text })
const argument = struct({ ...INPUT, variables, type: text, name: text, valueHint: text, isRepeated: boolean })
const transport = struct({ type: text, url: text, headers: list(keyValue), variables })

const packageOf = struct({
  registryType: text,
  registryBaseUrl: text,
  identifier: text,
  version: text,
  fileSha256: text,
  runtimeHint: text,
  transport,
  runtimeArguments: list(argument),
  packageArguments: list(argument),
  environmentVariables: list(keyValue),
})

const server = struct({
  $schema: text,
  'name!': text,
  'description!': text,
  'version!': text,
  title: text,
  websiteUrl: text,
  repository: struct({ url: text, source: text, id: text, subfolder: text }),
  icons: list(struct({ src: text, mimeType: text, sizes: list(text), theme: text })),
  packages: list(packageOf),
  remotes: list(transport),
  _meta: struct({ 'io.modelcontextprotocol.registry/publisher-provided': map(anything) }),
})

const official = struct({
  'status!': text,
  'statusChangedAt!': time,
  statusMessage: text,
  'publishedAt!': time,
  'updatedAt!': time,
  'isLatest!': boolean,
})

const entry = struct({
  'server!': server,
  '_meta!': struct({ 'io.modelcontextprotocol.registry/official!': official }),
})

const whole: Decode = (value, at) => {
  if (!Number.isInteger(value)) throw new TypeError(`${at}: expected an integer`)
}

/** Decodes a `ServerResponse`. @throws TypeError where Go's decoder gives up */
export function decodeGoEntry(document: string): void {
  entry(JSON.parse(document), 'entry')
}

/** Decodes a `ServerListResponse`. @throws TypeError where Go's decoder gives up */
export function decodeGoList(document: string): void {
  const value: unknown = JSON.parse(document)
  struct({ 'servers!': list(entry), 'metadata!': struct({ nextCursor: text, 'count!': whole }) })(
    value,
    'list',
  )
  record(value, 'list')
}
