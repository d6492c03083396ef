import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostileServer } from '../../../tests/support/hostile-server.ts'
import { canonicalServerJson } from '../../model/canonical.ts'
import type { Input, ServerJson } from '../../model/server-json.ts'
import { changesBetween } from './words.ts'

const NPM = {
  registryType: 'npm',
  identifier: '@acme/weather',
  version: '1.0.0',
  transport: { type: 'stdio' },
}
const OCI = { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.0.0', transport: { type: 'stdio' } }

function server(fields: Partial<ServerJson> = {}): ServerJson {
  return canonicalServerJson({
    name: 'io.github.acme/weather',
    description: 'Weather.',
    version: '1.0.0',
    ...fields,
  })
}

function words(before: Partial<ServerJson>, after: Partial<ServerJson>): string[] {
  return changesBetween(server(before), server(after)).map(({ text }) => text)
}

describe('what a version changed', () => {
  test.each<[string, Partial<ServerJson>, Partial<ServerJson>, string[]]>([
    [
      'a required secret comes first',
      { packages: [NPM] },
      {
        description: 'Weather and radar.',
        packages: [
          {
            ...NPM,
            version: '1.1.0',
            environmentVariables: [
              { name: 'ACME_REGION', default: 'eu' },
              { name: 'ACME_TOKEN', isRequired: true, isSecret: true },
            ],
          },
        ],
      },
      [
        'Needs `ACME_TOKEN` (secret)',
        'Takes `ACME_REGION` (optional)',
        'Description changed',
        'Package version `1.0.0` → `1.1.0`',
      ],
    ],
    [
      'an optional variable that must now be given',
      { packages: [{ ...NPM, environmentVariables: [{ name: 'ACME_TOKEN' }] }] },
      { packages: [{ ...NPM, environmentVariables: [{ name: 'ACME_TOKEN', isRequired: true }] }] },
      ['Now required: `ACME_TOKEN` (secret)'],
    ],
    [
      'a transport and an address',
      { title: 'Weather', remotes: [{ type: 'sse', url: 'https://acme.example/sse' }] },
      { title: 'Weather here', remotes: [{ type: 'streamable-http', url: 'https://acme.example/mcp' }] },
      [
        'Transport `sse` → `streamable-http`',
        'Address `https://acme.example/sse` → `https://acme.example/mcp`',
        'Title `Weather` → `Weather here`',
      ],
    ],
    [
      'an image that has the version in its name is the same image',
      { packages: [OCI] },
      { version: '1.1.0', packages: [{ ...OCI, identifier: 'ghcr.io/acme/weather:1.1.0' }] },
      ['Package `ghcr.io/acme/weather:1.0.0` → `ghcr.io/acme/weather:1.1.0`'],
    ],
    [
      'another registry',
      { packages: [NPM] },
      { packages: [{ ...NPM, registryType: 'pypi', identifier: 'acme-weather' }] },
      ['Package npm `@acme/weather` → PyPI `acme-weather`'],
    ],
    [
      'a package that comes and a remote that goes',
      { packages: [NPM], remotes: [{ type: 'sse', url: 'https://acme.example/sse' }] },
      { packages: [NPM, { ...OCI, environmentVariables: [{ name: 'ACME_TOKEN', isRequired: true }] }] },
      [
        'Adds the OCI package `ghcr.io/acme/weather:1.0.0`, which asks for 1 secret',
        'Removes the remote `https://acme.example/sse`',
      ],
    ],
    [
      'a file that changed while its version stayed',
      { packages: [{ ...NPM, fileSha256: 'aa' }] },
      { packages: [{ ...NPM, fileSha256: 'bb' }] },
      ['Another file under the same package version: SHA-256 `aa` → `bb`'],
    ],
    [
      'a sentence about one of several options says which',
      { packages: [NPM, OCI] },
      { packages: [{ ...NPM, runtimeHint: 'bunx' }, OCI] },
      ['Runs with none → `bunx` for npm `@acme/weather`'],
    ],
    [
      'a sentence about all of them is said once',
      { packages: [NPM, OCI] },
      { packages: [NPM, OCI].map((pack) => ({ ...pack, environmentVariables: [{ name: 'REGION' }] })) },
      ['Takes `REGION` (optional)'],
    ],
    [
      'arguments, fixed, named and positional',
      { packages: [{ ...NPM, packageArguments: [{ type: 'positional', value: 'serve' }] }] },
      {
        packages: [
          {
            ...NPM,
            packageArguments: [
              { type: 'positional', value: 'start' },
              { type: 'named', name: '--port', value: '80' },
              { type: 'positional', valueHint: 'folder', isRequired: true },
            ],
          },
        ],
      },
      [
        'Needs the argument `<folder>`',
        'Sets the argument `--port`',
        'Value of the argument `serve` → `start`',
      ],
    ],
    [
      'a header with a secret inside',
      { remotes: [{ type: 'sse', url: 'https://a.example/' }] },
      {
        remotes: [
          {
            type: 'sse',
            url: 'https://a.example/',
            headers: [
              {
                name: 'Authorization',
                value: 'Bearer {key}',
                isRequired: true,
                variables: { key: { isSecret: true } },
              },
            ],
          },
        ],
      },
      ['Needs the header `Authorization` (secret)'],
    ],
    [
      'where the source is, and who made it',
      { repository: { url: 'https://github.com/acme/weather', source: 'github' } },
      { repository: { url: 'https://github.com/other/weather', source: 'github' }, title: 'Weather' },
      [
        'Source repository `https://github.com/acme/weather` → `https://github.com/other/weather`',
        'Title none → `Weather`',
      ],
    ],
    ['nothing but the version', {}, { version: '1.0.1' }, []],
  ])('%s', (_, before, after, expected) => {
    expect(words(before, after)).toEqual(expected)
  })

  test('hostile names stay inside their backticks, on one line', () => {
    const [text] = words(
      { packages: [NPM] },
      {
        packages: [
          {
            ...NPM,
            environmentVariables: [{ name: `A\`\n\u202e<b> ${'x'.repeat(500)}`, isRequired: true }],
          },
        ],
      },
    )
    expect(text).toMatch(/^Needs `A' <b> x+…x+`$/)
    expect(text!.length).toBeLessThan(100)
  })
})

const word = fc.constantFrom('a', 'b', 'TOKEN', '1.0.0')
const optional = { requiredKeys: [] }
const inputFields = {
  description: word,
  isRequired: fc.boolean(),
  isSecret: fc.boolean(),
  format: fc.constantFrom('string', 'number'),
  value: fc.constantFrom('x', '{a}', 'y {b}'),
  default: word,
  placeholder: word,
  choices: fc.array(fc.constantFrom('a', 'b', 'a, b'), { maxLength: 3 }),
}
const input: fc.Arbitrary<Input> = fc.record(inputFields, optional)
const variables = fc.dictionary(word, input, { maxKeys: 2 })
const named = fc.record({ name: word, ...inputFields, variables }, { requiredKeys: ['name'] })
const argument = fc.record(
  {
    type: fc.constantFrom('named', 'positional'),
    name: word,
    valueHint: word,
    isRepeated: fc.boolean(),
    ...inputFields,
    variables,
  },
  { requiredKeys: ['type'] },
)
const several = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 })
const transport = fc.record(
  { type: fc.constantFrom('stdio', 'sse'), url: word, headers: several(named), variables },
  { requiredKeys: ['type'] },
)
const pack = fc.record(
  {
    registryType: fc.constantFrom('npm', 'oci', 'odd'),
    identifier: fc.constantFrom('x', 'y', 'z:1.0.0', 'z:2.0.0'),
    transport,
    version: word,
    registryBaseUrl: word,
    fileSha256: word,
    runtimeHint: word,
    runtimeArguments: several(argument),
    packageArguments: several(argument),
    environmentVariables: several(named),
  },
  { requiredKeys: ['registryType', 'identifier', 'transport'] },
)
const documents: fc.Arbitrary<ServerJson> = fc
  .record(
    {
      name: fc.constantFrom('a/b', 'a/c'),
      description: word,
      version: fc.constantFrom('1.0.0', '2.0.0'),
      title: word,
      websiteUrl: word,
      $schema: word,
      repository: fc.record({ url: word, source: word, id: word, subfolder: word }, optional),
      icons: several(fc.record({ src: word })),
      packages: several(pack),
      remotes: several(transport),
      _meta: fc.record({ 'io.modelcontextprotocol.registry/publisher-provided': fc.dictionary(word, word) }),
    },
    { requiredKeys: ['name', 'description', 'version'] },
  )
  .map(canonicalServerJson)

describe('of any two documents', () => {
  test('equal ones give nothing', () => {
    fc.assert(fc.property(documents, (a) => changesBetween(a, structuredClone(a)).length === 0))
  })

  test('unequal ones give a sentence', () => {
    const bare = (document: ServerJson): string => JSON.stringify({ ...document, version: '' })
    fc.assert(
      fc.property(documents, documents, (a, b) => bare(a) === bare(b) || changesBetween(a, b).length > 0),
    )
  })

  test('a change in one place only gives a sentence', () => {
    fc.assert(
      fc.property(pack, pack, fc.nat(), (one, other, at) => {
        const keys = Object.keys(other) as (keyof typeof other)[]
        const key = keys[at % keys.length]!
        const [a, b] = [one, { ...one, [key]: other[key] }].map((only) => server({ packages: [only] }))
        expect(changesBetween(a!, b!).length > 0).toBe(JSON.stringify(a) !== JSON.stringify(b))
      }),
    )
  })

  test('the other way round, what was added is removed', () => {
    const count = (a: ServerJson, b: ServerJson) => {
      const types = changesBetween(a, b).map(({ type }) => type)
      return ['added', 'removed', 'changed'].map((type) => types.filter((found) => found === type).length)
    }
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const [added, removed, changed] = count(a, b)
        expect(count(b, a)).toEqual([removed, added, changed])
      }),
    )
  })
})

test('hostile text leaves the backticks in pairs, and lines whole', () => {
  fc.assert(
    fc.property(hostileServer, hostileServer, (a, b) => {
      for (const { text } of changesBetween(a.latest.server, b.latest.server)) {
        expect(text.split('`').length % 2).toBe(1)
        expect(text).not.toMatch(/[\n\r\u202e\u200b]/)
      }
    }),
  )
})
