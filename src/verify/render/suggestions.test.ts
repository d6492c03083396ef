import { describe, expect, test } from 'vitest'
import { validateServerJson } from '../../validate/server-json.ts'
import type { GateFinding } from '../verdict.ts'
import { suggestionComment, suggestionOf, type Suggestion } from './suggestions.ts'

const PATH = 'servers/al/io.github.alice/weather/1.0.0/server.json'
const SERVER = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
  packages: [
    { registryType: 'npm', identifier: 'weather-mcp', version: '1.0.0', transport: { type: 'stdio' } },
  ],
}
const PACKAGE = SERVER.packages[0]!
const server = (changes: object) => JSON.stringify({ ...SERVER, ...changes }, undefined, 2)
const pack = (changes: object) => server({ packages: [{ ...PACKAGE, ...changes }] })
const remote = (type: string) => server({ remotes: [{ type, url: 'https://a.example/mcp' }] })
const oci = (changes: object) =>
  pack({ registryType: 'oci', identifier: 'ghcr.io/alice/weather:1.0.0', version: undefined, ...changes })

const mcpb = (changes: object) => {
  const identifier = 'https://github.com/alice/weather-mcp/releases/download/v1.0.0/weather.mcpb'
  return pack({ registryType: 'mcpb', identifier, version: undefined, ...changes })
}

function findingIn(source: string, code: string): GateFinding {
  const found = validateServerJson(source).findings.find((finding) => finding.code === code)
  const { line, message, fix } = found!
  return { code, status: 'fail', path: PATH, line, message, ...(fix && { fix }), docs: '' }
}

/** As GitHub does when the author commits it. */
function apply(source: string, { line, endLine = line, lines }: Suggestion): string {
  const text = source.split('\n')
  text.splice(line - 1, endLine - line + 1, ...lines)
  return text.join('\n')
}

const OLD = 'https://static.modelcontextprotocol.io/schemas/2025-07-09/server.schema.json'
const MISNAMED = JSON.stringify({ ...SERVER, description: undefined, descripton: 'Weather' }, undefined, 2)
const REPAIRED: [code: string, source: string][] = [
  ['R210', pack({ environmentVariables: [{ name: 'PORT', default: 8080 }] })],
  ['R210', pack({ environmentVariables: [{ name: 'DEBUG', default: true }] })],
  ['R211', MISNAMED],
  ['R212', pack({ runtime_hint: 'npx' })],
  ['R212', pack({ enviromentVariables: [{ name: 'PORT', description: 'Where to listen' }] })],
  ['R213', server({ title: null })],
  ['R213', pack({ runtimeHint: null })],
  ['R213', JSON.stringify({ title: null, ...SERVER }, undefined, 2)],
  [
    'R213',
    JSON.stringify({ ...SERVER, packages: [{ ...PACKAGE, transport: { type: 'stdio', url: null } }] }),
  ],
  ['R219', mcpb({ fileSha256: 'AB'.repeat(32) })],
  ['R230', JSON.stringify({ ...SERVER, $schema: undefined }, undefined, 2)],
  ['R230', server({ $schema: '' })],
  ['R231', server({ $schema: 'https://a.example/schema.json' })],
  ['R232', server({ $schema: OLD })],
  ['R232', JSON.stringify({ ...SERVER, $schema: OLD }, undefined, 2).replaceAll('\n', '\r\n')],
  ['R233', server({ $schema: OLD.replace('07-09', '01-27') })],
  ['R265', pack({ transport: { type: 'STDIO' } })],
  ['R265', pack({ transport: { type: 'streamable_http', url: 'https://a.example/mcp' } })],
  ['R271', remote('http')],
  ['R271', remote('streamableHttp')],
  ['R280', pack({ registryType: 'NPM' })],
  ['R281', pack({ registryBaseUrl: 'https://npm.a.example' })],
  ['R282', oci({ version: '1.0.0' })],
  ['R282', oci({ registryBaseUrl: 'https://ghcr.io' })],
  ['R282', pack({ fileSha256: 'ab'.repeat(32) })],
]

describe('a suggestion makes its finding go away, and brings no other', () => {
  test.each(REPAIRED)('%s', (code, source) => {
    const suggestion = suggestionOf(findingIn(source, code), source)!
    const before = validateServerJson(source).findings.map((finding) => finding.code)
    const after = validateServerJson(apply(source, suggestion)).findings.map((finding) => finding.code)
    expect(after).not.toContain(code)
    expect(before).toEqual(expect.arrayContaining(after))
  })
})

test.each([
  ['R215', pack({ environmentVariables: [{ name: 'PORT', format: 'url' }] })],
  ['R212', pack({ tags: [] })],
  ['R212', pack({ registry_type: 'npm' })],
  ['R219', pack({ fileSha256: 'none' })],
  ['R265', pack({ transport: { type: 'websocket' } })],
  ['R271', remote('grpc')],
  ['R280', pack({ registryType: 'docker' })],
  ['R282', oci({ identifier: 'ghcr.io/alice/weather', version: '1.0.0' })],
])('%s: where a person has to decide, nothing is suggested', (code, source) => {
  expect(suggestionOf(findingIn(source, code), source)).toBeUndefined()
})

test('a line is replaced in place, and the comment says why', () => {
  const source = server({ $schema: OLD })
  const finding = findingIn(source, 'R232')
  const suggestion = suggestionOf(finding, source)!
  expect(suggestion).toEqual({ path: PATH, line: 2, lines: [`  "$schema": "${SERVER.$schema}",`] })
  expect(suggestionComment(finding, suggestion)).toBe(
    [
      'The `$schema` is of 2025-07-09; the current one is of 2025-12-11. ' +
        `Set \`"$schema": "${SERVER.$schema}"\`.`,
      '',
      '```suggestion',
      `  "$schema": "${SERVER.$schema}",`,
      '```',
    ].join('\n'),
  )
})

test('the last property of an object goes with the comma before it', () => {
  const source = pack({ registryBaseUrl: 'https://npm.a.example' })
  const { line, endLine, lines } = suggestionOf(findingIn(source, 'R281'), source)!
  expect(source.split('\n').slice(line - 1, endLine)).toEqual([
    '      },',
    '      "registryBaseUrl": "https://npm.a.example"',
  ])
  expect(lines).toEqual(['      }'])
})

test('lines cannot end the block that they stand in', () => {
  const source = server({ title: '````', $schema: OLD }).replace(/\n {2}/g, ' ')
  const finding = findingIn(source, 'R232')
  expect(suggestionComment(finding, suggestionOf(finding, source)!)).toMatch(/^`{5}suggestion\n[^]*\n`{5}$/m)
})

test('nothing is suggested for a file that is one long line, or a finding that is not there', () => {
  const long = JSON.stringify({ ...SERVER, $schema: OLD, title: 'x'.repeat(600) })
  expect(suggestionOf(findingIn(long, 'R232'), long)).toBeUndefined()
  const source = server({ $schema: OLD })
  const finding = findingIn(source, 'R232')
  expect(suggestionOf({ ...finding, line: 3 }, source)).toBeUndefined()
  expect(suggestionOf({ ...finding, message: 'Another one.' }, source)).toBeUndefined()
  expect(suggestionOf({ ...finding, code: 'R399' }, source)).toBeUndefined()
})
