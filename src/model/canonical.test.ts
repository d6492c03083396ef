import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalServerJson } from './canonical.ts'
import { PUBLISHER_META, type Input, type ServerJson } from './server-json.ts'

const SCHEMA = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'

const INPUT = {
  choices: ['a', 'b'],
  placeholder: 'p',
  default: 'd',
  isSecret: true,
  value: 'v',
  format: 'string',
  isRequired: true,
  description: 'i',
} satisfies Input

/** A document with every declared field, keys backwards, and a stranger in every object. */
const FULL = {
  _meta: { 'com.example/other': 1, [PUBLISHER_META]: { b: [{ z: 1, a: null }], a: { d: '', c: false } } },
  remotes: [{ x: 1, variables: { b: {}, a: INPUT }, headers: [{ name: 'H', x: 1 }], url: 'u', type: 'sse' }],
  packages: [
    {
      x: 1,
      environmentVariables: [{ name: 'E', variables: { v: INPUT }, ...INPUT }],
      packageArguments: [{ isRepeated: true, valueHint: 'h', name: '--n', type: 'named', ...INPUT }],
      runtimeArguments: [{ type: 'positional', value: 'r' }],
      transport: { type: 'stdio', x: 1 },
      runtimeHint: 'npx',
      fileSha256: 'f',
      version: '1',
      identifier: 'n',
      registryBaseUrl: 'b',
      registryType: 'npm',
    },
  ],
  icons: [{ x: 1, theme: 'dark', sizes: ['48x48'], mimeType: 'image/png', src: 's' }],
  websiteUrl: 'w',
  version: '1.0.0',
  repository: { x: 1, subfolder: 's', id: '1', source: 'github', url: 'u' },
  title: 't',
  description: 'd',
  name: 'com.acme/weather',
  $schema: SCHEMA,
  stranger: true,
} as unknown as ServerJson

const INPUT_KEYS =
  '"description":"i","isRequired":true,"format":"string","value":"v","isSecret":true,"default":"d"'
const INPUT_TEXT = `${INPUT_KEYS},"placeholder":"p","choices":["a","b"]`

function minimal(more: Record<string, unknown> = {}): ServerJson {
  return { $schema: SCHEMA, name: 'com.acme/weather', description: 'd', version: '1', ...more } as ServerJson
}

describe('the canonical form', () => {
  test('has the declared keys in the declared order, and no others', () => {
    expect(JSON.stringify(canonicalServerJson(FULL))).toBe(
      [
        `{"$schema":"${SCHEMA}","name":"com.acme/weather","description":"d","title":"t"`,
        '"repository":{"url":"u","source":"github","id":"1","subfolder":"s"}',
        '"version":"1.0.0","websiteUrl":"w"',
        '"icons":[{"src":"s","mimeType":"image/png","sizes":["48x48"],"theme":"dark"}]',
        '"packages":[{"registryType":"npm","registryBaseUrl":"b","identifier":"n","version":"1","fileSha256":"f"',
        '"runtimeHint":"npx","transport":{"type":"stdio"}',
        '"runtimeArguments":[{"value":"r","type":"positional"}]',
        `"packageArguments":[{${INPUT_TEXT},"type":"named","name":"--n","valueHint":"h","isRepeated":true}]`,
        `"environmentVariables":[{${INPUT_TEXT},"variables":{"v":{${INPUT_TEXT}}},"name":"E"}]}]`,
        `"remotes":[{"type":"sse","url":"u","headers":[{"name":"H"}],"variables":{"a":{${INPUT_TEXT}},"b":{}}}]`,
        `"_meta":{"${PUBLISHER_META}":{"a":{"c":false,"d":""},"b":[{"a":null,"z":1}]}}}`,
      ].join(','),
    )
  })

  test('leaves the document as it was', () => {
    const before = JSON.stringify(FULL)
    canonicalServerJson(FULL)
    expect(JSON.stringify(FULL)).toBe(before)
  })

  test('does not carry what is empty', () => {
    const document = minimal({
      title: '',
      websiteUrl: '',
      repository: {},
      icons: [],
      packages: [],
      remotes: [{ type: 'sse', url: '', headers: [], variables: {} }],
      _meta: { [PUBLISHER_META]: {} },
    })
    expect(canonicalServerJson(document)).toEqual(minimal({ remotes: [{ type: 'sse' }], _meta: {} }))
    const input = { name: 'E', isRequired: false, isSecret: false, value: '', choices: [], variables: {} }
    const withInput = minimal({ remotes: [{ type: 'sse', headers: [input] }] })
    expect(canonicalServerJson(withInput).remotes).toEqual([{ type: 'sse', headers: [{ name: 'E' }] }])
  })

  test.each([
    { repository: {}, kept: undefined },
    { repository: { url: '', source: '' }, kept: undefined },
    { repository: { url: 'u', source: 'github', id: '' }, kept: { url: 'u', source: 'github' } },
    { repository: { id: '1' }, kept: { id: '1' } },
  ])('makes $kept of the repository $repository', ({ repository, kept }) => {
    expect(canonicalServerJson(minimal({ repository })).repository).toEqual(kept)
  })

  test.each([undefined, {}, { 'com.example/other': 1 }])(
    'makes no more of the _meta %j than it is',
    (_meta) => {
      const kept = canonicalServerJson(minimal(_meta && { _meta }))
      expect(JSON.stringify(kept)).toBe(JSON.stringify(minimal(_meta && { _meta: {} })))
    },
  )

  test('keeps required keys even where they are empty', () => {
    const document = {
      name: 'com.acme/weather',
      description: 'd',
      version: '',
      packages: [{ registryType: '', identifier: '', transport: { type: '' } }],
    } as ServerJson
    expect(JSON.stringify(canonicalServerJson(document))).toBe(
      '{"$schema":"","name":"com.acme/weather","description":"d","version":"",' +
        '"packages":[{"registryType":"","identifier":"","transport":{"type":""}}]}',
    )
  })

  test('sorts maps by bytes and keeps keys that objects are born with', () => {
    const variables = JSON.parse('{"\uffff":{},"😀":{},"b":{},"Z":{},"__proto__":{"value":"x"},"a":{}}')
    const { remotes } = canonicalServerJson(minimal({ remotes: [{ type: 'sse', variables }] }))
    expect(JSON.stringify(remotes![0]!.variables)).toBe(
      '{"Z":{},"__proto__":{"value":"x"},"a":{},"b":{},"\uffff":{},"😀":{}}',
    )
    const meta = JSON.parse('{"z":1,"__proto__":{"y":1,"x":2},"constructor":[]}')
    const { _meta } = canonicalServerJson(minimal({ _meta: { [PUBLISHER_META]: meta } }))
    expect(JSON.stringify(_meta![PUBLISHER_META])).toBe('{"__proto__":{"x":2,"y":1},"constructor":[],"z":1}')
  })

  test('of itself is itself', () => {
    expect(JSON.stringify(canonicalServerJson(canonicalServerJson(FULL)))).toBe(
      JSON.stringify(canonicalServerJson(FULL)),
    )
    const text = fc.string({ maxLength: 3 })
    const flag = fc.boolean()
    const inputs = {
      description: text,
      isRequired: flag,
      isSecret: flag,
      choices: fc.array(text, { maxLength: 2 }),
    }
    const variables = fc.dictionary(text, fc.record(inputs, { requiredKeys: [] }), { maxKeys: 3 })
    const headers = fc.array(fc.record({ name: text, ...inputs, variables }, { requiredKeys: ['name'] }), {
      maxLength: 2,
    })
    const remote = fc.record({ type: text, url: text, headers, variables }, { requiredKeys: ['type'] })
    const document = fc.record(
      {
        name: text,
        description: text,
        version: text,
        title: text,
        repository: fc.record({ url: text, source: text }, { requiredKeys: [] }),
        remotes: fc.array(remote, { maxLength: 2 }),
        _meta: fc.record({ [PUBLISHER_META]: fc.dictionary(text, fc.jsonValue()) }, { requiredKeys: [] }),
      },
      { requiredKeys: ['name', 'description', 'version'] },
    )
    fc.assert(
      fc.property(document, (drawn) => {
        const once = canonicalServerJson(drawn as ServerJson)
        expect(JSON.stringify(canonicalServerJson(once))).toBe(JSON.stringify(once))
      }),
    )
  })
})
