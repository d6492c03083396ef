import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ServerJson } from '../../src/model/server-json.ts'
import { serverFolder, versionFolder } from '../../src/model/tree-path.ts'

const $schema = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'

/** The 75 characters that the longest real names have. */
export const LONG_NAME = 'io.github.a-publisher-with-a-long-name/a-server-with-a-longer-name-end-of-i'

/** Publishers' text that wants to be more than text. */
const HOSTILE = '</p><script>alert(1)</script><img src=x onerror=alert(1)> \u202eevil'

const SERVERS: Omit<ServerJson, '$schema'>[] = [
  {
    name: 'io.github.acme/weather-mcp',
    title: 'Acme Weather',
    description: 'Weather, alerts and radar for any place on Earth.',
    version: '1.0.0',
    packages: [
      { registryType: 'npm', identifier: '@acme/weather', version: '1.0.0', transport: { type: 'stdio' } },
    ],
  },
  {
    name: 'io.github.acme/weather-mcp',
    title: 'Acme Weather',
    description: 'Weather, alerts and radar for any place on Earth.',
    version: '1.1.0',
    repository: { url: 'https://github.com/acme/weather', source: 'github' },
    packages: [
      {
        registryType: 'npm',
        identifier: '@acme/weather',
        version: '1.1.0',
        transport: { type: 'stdio' },
        environmentVariables: [
          { name: 'ACME_TOKEN', description: 'The token of your account', isRequired: true, isSecret: true },
          { name: 'ACME_REGION', description: 'Where to ask', choices: ['eu', 'us'], default: 'eu' },
        ],
      },
    ],
  },
  {
    name: 'io.github.acme/old-weather',
    description: 'Weather as it used to be.',
    version: '0.9.0',
    remotes: [{ type: 'sse', url: 'https://old.acme.example/sse' }],
  },
  {
    name: 'com.hostile/hostile',
    title: '<b>Bold</b>',
    description: HOSTILE,
    version: '1.0.0',
    websiteUrl: 'https://hostile.example/"onclick="alert(1)',
    remotes: [{ type: 'streamable-http', url: 'https://hostile.example/mcp' }],
  },
  {
    name: LONG_NAME,
    description: 'A name that needs the whole width of a telephone, and then some.',
    version: '1.0.0-with-a-very-long-pre-release.20261121.0123456789abcdef',
    remotes: [{ type: 'streamable-http', url: `https://long.example/${'path/'.repeat(30)}` }],
  },
  {
    name: 'com.many/variables',
    description: 'Wants more than anybody likes to fill in.',
    version: '1.0.0',
    packages: [
      {
        registryType: 'npm',
        identifier: '@many/variables',
        version: '1.0.0',
        transport: { type: 'stdio' },
        environmentVariables: Array.from({ length: 52 }, (_, index) => ({
          name: `MANY_${index}`,
          description: `The value number ${index}. ${'It is explained at length. '.repeat(12)}`,
          isRequired: index === 51,
        })),
        packageArguments: [
          { type: 'positional', valueHint: 'folder', description: 'A folder to read', isRepeated: true },
        ],
      },
    ],
  },
  {
    name: 'com.many/ways',
    description: 'Can be had in many ways.',
    version: '2.0.0',
    packages: [
      { registryType: 'npm', identifier: '@many/ways', version: '2.0.0', transport: { type: 'stdio' } },
      { registryType: 'pypi', identifier: 'many-ways', version: '2.0.0', transport: { type: 'stdio' } },
      { registryType: 'oci', identifier: 'ghcr.io/many/ways:2.0.0', transport: { type: 'stdio' } },
    ],
    remotes: Array.from({ length: 8 }, (_, index) => ({
      type: 'streamable-http',
      url: `https://ways${index}.many.example/mcp`,
      headers: [{ name: 'X-Api-Key', description: 'Your key', isRequired: true, isSecret: true }],
    })),
  },
  {
    name: 'com.hostile-values/install',
    description: 'Values that want to be more than values.',
    version: '1.0.0',
    packages: [
      {
        registryType: 'npm',
        identifier: '@hostile/install',
        version: '1.0.0',
        transport: { type: 'stdio' },
        environmentVariables: [
          {
            name: 'HOSTILE',
            description: HOSTILE,
            default: `</code><script>alert(1)</script>"'\n$(touch x)`,
            choices: [`</code><script>alert(1)</script>"'\n$(touch x)`, '</option></select><img src=x>'],
          },
          { name: 'ALSO', description: `" onfocus="alert(1)`, default: `"><img src=x onerror=alert(1)>` },
        ],
      },
    ],
  },
  { name: 'com.hostile/page.html', description: 'A name like a file.', version: '1.0.0' },
  { name: 'com.removed/removed', description: 'Not to be found.', version: '1.0.0' },
]

/** A server with a history: another transport, a new secret, a deleted version, and hostile text. */
export const MANY_VERSIONS = 'com.versions/many'

const HISTORY: Omit<ServerJson, '$schema'>[] = Array.from({ length: 12 }, (_, minor) => ({
  name: MANY_VERSIONS,
  description: 'A server with a history.',
  version: `1.${minor}.0`,
  ...(minor >= 9 && { title: '<b>Bold</b> `title`' }),
  packages: [
    {
      registryType: 'npm',
      identifier: '@versions/many',
      version: `1.${minor}.0`,
      transport: { type: 'stdio' },
      ...(minor >= 11 && {
        environmentVariables: [{ name: 'MANY_TOKEN', isRequired: true, isSecret: true }],
      }),
    },
  ],
  remotes: [{ type: minor >= 10 ? 'streamable-http' : 'sse', url: 'https://many.example/mcp' }],
}))

/** Writes a small registry into the folder `root`: ordinary, deprecated, removed, hostile and over-long entries. */
export function writeFixture(root: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const server of [...SERVERS, ...HISTORY]) {
    const text = JSON.stringify({ $schema, ...server }, null, 2)
    write(`${versionFolder(server.name, server.version)}/server.json`, `${text}\n`)
  }
  write(
    `${serverFolder('io.github.acme/old-weather')}/status.md`,
    '---\nstatus: deprecated\nmovedTo: io.github.acme/weather-mcp\n---\nNobody looks after it.\n',
  )
  write(
    `${serverFolder('com.removed/removed')}/moderation.md`,
    '---\nstatus: deleted\nreason: malware\ncase: https://cases.example/1\n---\nIt stole tokens.\n',
  )
  write(
    `${versionFolder(MANY_VERSIONS, '1.8.0')}/status.md`,
    '---\nstatus: deleted\n---\nIt asked for too much.\n',
  )
  write('registry.config.json', '{ "title": "Test Registry", "repository": "acme/registry" }\n')
}
