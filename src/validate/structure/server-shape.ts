import { PUBLISHER_META } from '../../model/server-json.ts'
import { boolean, free, list, map, object, text } from './shape.ts'

const INPUT_FORMATS = ['string', 'number', 'boolean', 'filepath'] as const
const ICON_TYPES = ['image/png', 'image/jpeg', 'image/jpg', 'image/svg+xml', 'image/webp'] as const
const ICON_THEMES = ['light', 'dark'] as const
export const ARGUMENT_TYPES = ['positional', 'named'] as const
export const PACKAGE_TRANSPORTS = ['stdio', 'streamable-http', 'sse'] as const
export const REMOTE_TRANSPORTS = ['streamable-http', 'sse'] as const

const INPUT_FIELDS = {
  description: text(),
  isRequired: boolean,
  format: text({ oneOf: INPUT_FORMATS }),
  value: text(),
  isSecret: boolean,
  default: text(),
  placeholder: text(),
  choices: list(text()),
}
const INPUT_MAP = map(object(INPUT_FIELDS))
const VARIABLE_INPUT_FIELDS = { ...INPUT_FIELDS, variables: INPUT_MAP }
const KEY_VALUE = object({ ...VARIABLE_INPUT_FIELDS, name: text() }, ['name'])
const ARGUMENT = object(
  {
    ...VARIABLE_INPUT_FIELDS,
    type: text({ clients: ARGUMENT_TYPES }),
    name: text(),
    valueHint: text(),
    isRepeated: boolean,
  },
  ['type'],
)

const transport = (types: readonly string[]) =>
  object({ type: text({ clients: types }), url: text(), headers: list(KEY_VALUE), variables: INPUT_MAP }, [
    'type',
  ])

const PACKAGE = object(
  {
    registryType: text({ min: 1 }),
    registryBaseUrl: text({ uri: true }),
    identifier: text({ min: 1 }),
    version: text({ min: 1 }),
    fileSha256: text({ pattern: /^[a-f0-9]{64}$/ }),
    runtimeHint: text(),
    transport: transport(PACKAGE_TRANSPORTS),
    runtimeArguments: list(ARGUMENT),
    packageArguments: list(ARGUMENT),
    environmentVariables: list(KEY_VALUE),
  },
  ['registryType', 'identifier', 'transport'],
)

const ICON = object(
  {
    src: text({ max: 255, uri: true }),
    mimeType: text({ oneOf: ICON_TYPES }),
    sizes: list(text()),
    theme: text({ oneOf: ICON_THEMES }),
  },
  ['src'],
)

/** What the official registry's structure layer asks of a body (official rules A01–A22), in its order. */
export const SERVER_SHAPE = object(
  {
    $schema: text({ min: 1, uri: true }),
    name: text({ min: 3, max: 200, pattern: /^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/ }),
    description: text({ min: 1, max: 100 }),
    title: text({ min: 1, max: 100 }),
    repository: object({ url: text({ uri: true }), source: text(), id: text(), subfolder: text() }),
    version: text(),
    websiteUrl: text({ uri: true }),
    icons: list(ICON),
    packages: list(PACKAGE),
    remotes: list(transport(REMOTE_TRANSPORTS)),
    _meta: object({ [PUBLISHER_META]: free }),
  },
  ['$schema', 'name', 'description', 'version'],
)
