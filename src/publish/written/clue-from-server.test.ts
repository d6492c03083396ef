import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PUBLISHER_META } from '../../model/server-json.ts'
import { compose } from '../compose.ts'
import { clueFromText } from '../lookup/text.ts'
import { serverText } from '../server-text.ts'
import { clueFromServer } from './clue-from-server.ts'

const from = (document: object) => clueFromServer(document as Record<string, unknown>, 'server.json')

describe('placeholders', () => {
  test.each<[string, object]>([
    ['name', { name: 'io.github.<your-username>/weather' }],
    ['name', { name: 'com.example/weather' }],
    ['description', { description: 'An MCP server that provides [describe what your server does]' }],
    ['description', { description: '<your description here>' }],
    ['version', { version: '<your package version here>' }],
    [
      'repository',
      {
        repository: {
          url: 'https://github.com/<your GitHub username here>/<your repo name>',
          source: 'github',
        },
      },
    ],
  ])('of %s go', (field, document) => {
    const clue = from(document)
    expect(clue.server).not.toHaveProperty(field)
    expect(clue.isWhole).toBeUndefined()
    expect(clue.warnings).toHaveLength(1)
  })

  test.each([
    '@your-org/your-package',
    'your-package',
    'docker.io/your-image:1.0.0',
    'your-image',
    '<your package ID here>',
  ])('of a package go with it: %s', (identifier) => {
    const { server } = from({ packages: [{ registryType: 'npm', identifier, transport: { type: 'stdio' } }] })
    expect(server.packages).toEqual([])
  })

  test('take the version of the template with them, and leave what people changed', () => {
    const unversioned = { registryType: 'npm', identifier: 'weather', transport: { type: 'stdio' } }
    const item = { ...unversioned, version: '1.0.0' }
    const settings = [{ name: 'YOUR_API_KEY' }, { name: 'WEATHER_UNITS' }]
    const { server } = from({
      name: 'com.acme/weather',
      version: '1.0.0',
      packages: [{ ...item, environmentVariables: settings }],
    })
    expect(server).toEqual({
      name: 'com.acme/weather',
      packages: [{ ...unversioned, environmentVariables: [settings[1]] }],
    })
  })

  test('are not seen in what people write', () => {
    const document = {
      name: 'com.example-corp/your-weather',
      description: 'Tells <b>your</b> weather, for packages like @your-org/x',
      version: '1.0.0',
      packages: [{ registryType: 'npm', identifier: '@acme/your-package', transport: { type: 'stdio' } }],
    }
    expect(from(document)).toMatchObject({ isWhole: true, server: document, warnings: [] })
  })
})

test('a document of the first schema gets the keys of the current one, but for data of the publisher', () => {
  const { server, warnings } = from({
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-07-09/server.schema.json',
    name: 'com.acme/weather',
    status: 'active',
    website_url: 'https://acme.example',
    packages: [
      {
        registry_type: 'npm',
        identifier: 'weather',
        environment_variables: [{ name: 'A', is_secret: true }],
      },
    ],
    _meta: { [PUBLISHER_META]: { is_required: 1 }, 'io.modelcontextprotocol.registry/official': {} },
  })
  expect(server).toMatchObject({
    websiteUrl: 'https://acme.example',
    packages: [
      {
        registryType: 'npm',
        identifier: 'weather',
        transport: { type: 'stdio' },
        environmentVariables: [{ name: 'A', isSecret: true }],
      },
    ],
    _meta: { [PUBLISHER_META]: { is_required: 1 } },
  })
  expect(server).not.toHaveProperty('status')
  expect(warnings).toEqual(['Written for the schema of 2025-07-09, and brought up to 2025-12-11.'])
})

test('what has the wrong type is left out and named', () => {
  const { server, warnings } = from({
    name: 5,
    version: '1.0.0',
    packages: [null, { identifier: 'weather', registryType: 'npm' }, { identifier: ['x'] }],
    remotes: {},
    repository: {},
  })
  expect(server).toEqual({
    version: '1.0.0',
    packages: [{ identifier: 'weather', registryType: 'npm', transport: { type: 'stdio' } }],
    remotes: [],
  })
  expect(warnings.map((warning) => /`(.*?)`/.exec(warning)?.[1])).toEqual([
    'name',
    'packages[0]',
    'packages[2]',
    'remotes',
  ])
})

test('no document breaks the way to a text', () => {
  const field = fc.constantFrom(
    'name',
    'description',
    'version',
    'packages',
    'remotes',
    'repository',
    'transport',
    'identifier',
    'url',
    'environmentVariables',
    '__proto__',
    '_meta',
    'server',
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(field, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(field, value, { maxKeys: 6 }), (document) => {
      const clue = clueFromText(JSON.stringify(document))
      expect(serverText(compose([clue], 'alice').server)).toContain('$schema')
    }),
  )
})
