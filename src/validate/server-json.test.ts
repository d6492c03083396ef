import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isServerJson } from './accepts.ts'
import { CURRENT_SCHEMA_URL } from './schema/dates.ts'
import { validateServerJson } from './server-json.ts'
import { toUpstreamIssues } from './upstream-issues.ts'

const VALID = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com/mcp' }],
}
const VALID_TEXT = JSON.stringify(VALID)
const bytes = (...values: number[]) => Uint8Array.from(values)
const codesOf = (input: string | Uint8Array, profile: 'new' | 'mirrored' = 'new') =>
  validateServerJson(input, { profile }).findings.map(({ code }) => code)

describe('text', () => {
  test.each([
    ['R200', ' '.repeat(256 * 1024) + VALID_TEXT],
    ['R201', bytes(0x7b, 0xff, 0x7d)],
    ['R202', `\ufeff${VALID_TEXT}`],
    ['R203', '{"name": "x",}'],
    ['R203', `${VALID_TEXT} x`],
    ['R203', '// comment\n{}'],
    ['R203', ''],
    ['R204', VALID_TEXT.replace('{', '{"version":"1",')],
    ['R204', VALID_TEXT.replace('{', '{"\\u0076ersion":"1",')],
    ['R205', '['.repeat(33) + ']'.repeat(33)],
    ['R205', '['.repeat(200_000)],
    ['R206', VALID_TEXT.replace('Weather', '\\ud83cWeather')],
    ['R207', VALID_TEXT.replace('{', '{"__proto__":{},')],
  ])('%s is found', (code, input) => expect(codesOf(input)).toContain(code))

  test('a whole surrogate pair, escaped backslashes and equal keys of different objects are fine', () => {
    expect(codesOf(VALID_TEXT.replace('Weather', '\\ud83c\\udf27 \\\\ud83c'))).toEqual([])
    expect(
      codesOf(VALID_TEXT.replace('{', '{"icons":[{"src":"https://a.b/1"},{"src":"https://a.b/2"}],')),
    ).toEqual([])
  })

  test('a mirrored record may be larger', () => {
    expect(codesOf(VALID_TEXT + ' '.repeat(300 * 1024), 'mirrored')).toEqual([])
  })

  test('a byte order mark hides nothing else', () => {
    expect(codesOf(`\ufeff${VALID_TEXT.replace('1.0.0', 'latest')}`)).toEqual(['R202', 'R244'])
  })
})

describe('places', () => {
  test('a value, a key, a duplicate and a missing property are pointed at', () => {
    const text = '{\n  "name": "x",\n  "tags": [],\n  "name": "a.b/cd",\n  "packages": [\n    {}]\n}'
    const places = validateServerJson(text).findings.map(
      ({ code, line, column }) => `${code} ${line}:${column}`,
    )
    expect(places).toContain('R212 3:3')
    expect(places).toContain('R204 4:3')
    expect(places).toContain('R211 6:5')
  })

  test('a pointer escapes what JSON Pointer must', () => {
    const { findings } = validateServerJson(VALID_TEXT.replace('{', '{"a/b~c":1,'))
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/a~1b~0c'])
  })
})

describe('one cause, one finding', () => {
  test.each([
    ['a missing transport', { packages: [{ registryType: 'npm', identifier: 'x', version: '1' }] }, ['R211']],
    [
      'a transport of the wrong type',
      { packages: [{ registryType: 'npm', identifier: 'x', version: '1', transport: 'stdio' }] },
      ['R210'],
    ],
    [
      'a misspelt required key',
      { packages: [{ registry_type: 'npm', identifier: 'x', version: '1', transport: { type: 'stdio' } }] },
      ['R211'],
    ],
    [
      'a remote that is nobody’s',
      { remotes: [{ type: 'sse', url: 'http://localhost/{x}' }, { ...VALID.remotes[0] }] },
      ['R269'],
    ],
    ['a long description', { description: 'x'.repeat(101) }, ['R241']],
    ['a range', { version: '>=1.0.0' }, ['R245']],
    ['a name with two slashes', { name: 'a.b/c/d' }, ['R240']],
    [
      'a number for a value',
      { remotes: [{ ...VALID.remotes[0], headers: [{ name: 'X', value: 1, description: 'x' }] }] },
      ['R210'],
    ],
  ])('%s', (_, changes, codes) => {
    const { findings } = validateServerJson(JSON.stringify({ ...VALID, ...changes }))
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code }) => code)).toEqual(codes)
  })
})

describe('mirrored records', () => {
  test.each([
    ['an older schema', { $schema: CURRENT_SCHEMA_URL.replace('2025-12-11', '2025-09-16') }],
    ['no schema', { $schema: undefined }],
    ['an empty repository', { repository: {} }],
    ['foreign metadata', { _meta: { 'com.example/x': 1 } }],
    ['a version that cannot be a folder', { version: '1.0.1º' }],
    ['a private address', { remotes: [{ type: 'sse', url: 'https://10.0.0.5' }] }],
    [
      'a package version that was allowed once',
      {
        packages: [{ registryType: 'npm', identifier: 'x', version: 'latest', transport: { type: 'stdio' } }],
      },
    ],
  ])('may have %s', (_, changes) => {
    const validation = validateServerJson(JSON.stringify({ ...VALID, ...changes }), { profile: 'mirrored' })
    expect(validation.valid).toBe(true)
    expect(validation.document).toBeDefined()
  })

  test.each([
    ['a type of remote that clients fail on', { remotes: [{ type: 'http', url: 'https://a.b' }] }],
    ['half a repository', { repository: { id: '1' } }],
    ['an empty version', { version: '' }],
    ['null', { title: null }],
  ])('may not have %s', (_, changes) => {
    expect(validateServerJson(JSON.stringify({ ...VALID, ...changes }), { profile: 'mirrored' }).valid).toBe(
      false,
    )
  })
})

test('an outdated schema can be a warning, for files that are published and immutable', () => {
  const text = VALID_TEXT.replace('2025-12-11', '2025-10-17')
  expect(validateServerJson(text).valid).toBe(false)
  expect(validateServerJson(text, { outdatedSchema: 'warning' }).valid).toBe(true)
})

/** Documents that look somewhat like a server.json. */
const nearly = fc
  .record({
    known: fc.subarray(Object.entries(VALID)),
    strange: fc.dictionary(
      fc.constantFrom(
        'name',
        'title',
        'packages',
        'remotes',
        'repository',
        'icons',
        '_meta',
        '__proto__',
        'x',
      ),
      fc.jsonValue({ maxDepth: 4 }),
    ),
  })
  .map(({ known, strange }) => ({ ...Object.fromEntries(known), ...strange }))

test('no number of warnings hides an error', () => {
  const unknown = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`k${index}`, 1]))
  const text = JSON.stringify({ ...unknown, ...VALID, remotes: [{ type: 'http', url: 'https://a.b' }] })
  expect(codesOf(text, 'mirrored')).toContain('R271')
})

describe('whatever the input', () => {
  test.each([
    ['white space', { title: `${' '.repeat(200_000)}x` }],
    ['braces', { remotes: [{ type: 'sse', url: '{'.repeat(200_000) }] }],
    ['a version without end', { version: '1.'.repeat(100_000) }],
    ['items of the wrong type', { packages: Array(60_000).fill('x') }],
    ['empty items', { remotes: Array(80_000).fill({}) }],
    ['remotes without url', { remotes: Array(12_000).fill({ type: 'sse' }) }],
    ['misspelt keys', { packages: Array(10_000).fill({ registry_type: 'npm' }) }],
    ['keys', Object.fromEntries(Array.from({ length: 15_000 }, (_, index) => [`k${index}`, 1]))],
  ])(
    'a flood of %s is refused quickly, with a bounded number of findings',
    { timeout: 5000 },
    (_, changes) => {
      const { valid, findings } = validateServerJson(JSON.stringify({ ...VALID, ...changes }))
      expect(valid).toBe(false)
      expect(findings.length).toBeLessThanOrEqual(500)
    },
  )

  test('bytes: nothing is thrown, and findings lie within the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' }), fc.json()), (input) => {
        const { findings, valid } = validateServerJson(input)
        expect(valid).toBe(false)
        const text =
          typeof input === 'string' ? input : new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)
        const lines = text.split('\n')
        for (const { line, column } of findings) {
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
        toUpstreamIssues(input)
      }),
    )
  })

  test('layout has no bearing on the findings', () => {
    fc.assert(
      fc.property(nearly, fc.constantFrom('new' as const, 'mirrored' as const), (document, profile) => {
        const codes = (indent?: number) =>
          codesOf(JSON.stringify(document, undefined, indent), profile).sort()
        expect(codes(2)).toEqual(codes())
      }),
    )
  })

  test('what is valid can be read by strict clients', () => {
    fc.assert(
      fc.property(nearly, fc.constantFrom('new' as const, 'mirrored' as const), (document, profile) => {
        const { valid, document: parsed } = validateServerJson(JSON.stringify(document), { profile })
        if (valid) expect(isServerJson(parsed)).toBe(true)
      }),
    )
  })
})
