import type { Field } from './controls.ts'

/** The kinds of packages that a registry can check. */
const PACKAGE_TYPES = [
  ['npm', 'npm'],
  ['pypi', 'PyPI'],
  ['oci', 'Image (OCI)'],
  ['nuget', 'NuGet'],
  ['cargo', 'Cargo'],
  ['mcpb', 'MCPB bundle'],
] as const

const IDENTIFIERS: Readonly<Record<string, Pick<Field, 'label' | 'hint'>>> = {
  oci: { label: 'Image', hint: 'With its tag, such as ghcr.io/acme/weather:1.4.0' },
  mcpb: { label: 'Address of the bundle', hint: 'Of a file in a release on GitHub or GitLab' },
}
const HTTP = [
  ['streamable-http', 'HTTP (streamable)'],
  ['sse', 'SSE (older)'],
] as const
const TRANSPORT: Field = {
  key: 'transport/type',
  label: 'How clients talk to it',
  choices: [['stdio', 'Standard input and output'], ...HTTP],
}

/** The fields of a package, by its type and how it is talked to. */
export function packageFields(type: string, transport: string): Field[] {
  const hasVersion = type !== 'oci' && type !== 'mcpb'
  return [
    { key: 'registryType', label: 'Kind', choices: PACKAGE_TYPES },
    { key: 'identifier', wide: true, ...(IDENTIFIERS[type] ?? { label: 'Name of the package' }) },
    ...(hasVersion ? [{ key: 'version', label: 'Version of the package' }] : []),
    ...(type === 'mcpb' ? [{ key: 'fileSha256', label: 'SHA-256 of the file', wide: true }] : []),
    TRANSPORT,
    ...(transport === 'stdio' || transport === ''
      ? []
      : [
          { key: 'transport/url', label: 'Address', hint: 'Such as http://localhost:{port}/mcp', wide: true },
        ]),
  ]
}

export const REMOTE_FIELDS: readonly Field[] = [
  { key: 'type', label: 'How clients talk to it', choices: HTTP },
  { key: 'url', label: 'Address', hint: 'Such as https://api.acme.com/mcp', wide: true },
]

const NAME: Field = { key: 'name', label: 'Name' }
const DESCRIPTION: Field = { key: 'description', label: 'What it is', kind: 'prose', wide: true }
const DEFAULT: Field = { key: 'default', label: 'Default' }
const REQUIRED: Field = { key: 'isRequired', label: 'Required', kind: 'check' }
const SECRET: Field = { key: 'isSecret', label: 'Secret', kind: 'check' }

/** The fields of a variable of the environment or of a header. */
export const VALUE_FIELDS: readonly Field[] = [NAME, DEFAULT, DESCRIPTION, REQUIRED, SECRET]

/** The fields of an argument, by its type. */
export function argumentFields(type: string): Field[] {
  const isNamed = type === 'named'
  return [
    {
      key: 'type',
      label: 'Kind',
      choices: [
        ['positional', 'By its place'],
        ['named', 'By a name'],
      ],
    },
    isNamed
      ? { key: 'name', label: 'Name', hint: 'With its dashes: --port' }
      : { key: 'valueHint', label: 'What to call it', hint: 'Such as folder' },
    { key: 'value', label: 'Fixed value', hint: 'Empty: people fill it in' },
    DEFAULT,
    DESCRIPTION,
    REQUIRED,
    SECRET,
    { key: 'isRepeated', label: 'May repeat', kind: 'check' },
  ]
}
