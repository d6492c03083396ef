import { expect, test } from 'vitest'
import { serverText } from '../../../tests/support/registry-files.ts'
import type { ServerJson } from '../../model/server-json.ts'
import { validateServerJson } from '../../validate/server-json.ts'
import { withVersion } from './next-version.ts'

const NAME = 'io.github.alice/weather'
const STDIO = { type: 'stdio' }

function raise(more: object, version = '1.1.0', from = '1.0.0'): string {
  const text = serverText(NAME, from, more)
  const next = withVersion(text, JSON.parse(text) as ServerJson, version)
  return 'text' in next ? next.text : next.fault
}

const npm = (version: string) => ({
  registryType: 'npm',
  identifier: '@alice/weather',
  version,
  transport: STDIO,
})
const oci = (identifier: string) => ({ registryType: 'oci', identifier, transport: STDIO })

test('the version is raised, and that of the packages that had the same', () => {
  const more = (first: string) => ({
    packages: [npm(first), { ...npm('7.0.0'), identifier: '@alice/other' }],
  })
  expect(raise(more('1.0.0'))).toBe(serverText(NAME, '1.1.0', more('1.1.0')))
})

test.each([
  ['ghcr.io/alice/weather:1.0.0', 'ghcr.io/alice/weather:1.1.0'],
  ['ghcr.io/alice/weather:v1.0.0', 'ghcr.io/alice/weather:v1.1.0'],
])('the tag of an image is raised: %s', (before, after) => {
  expect(raise({ packages: [oci(before)] })).toBe(serverText(NAME, '1.1.0', { packages: [oci(after)] }))
})

test('what stands around it stays as it is, but for an outdated schema', () => {
  const text =
    '{"$schema":"https://static.modelcontextprotocol.io/schemas/2025-09-29/server.schema.json",\n\t"name": "a.b/c", "version":"1.0.0"  }'
  const next = withVersion(text, JSON.parse(text) as ServerJson, '2.0.0')
  expect(next).toEqual({ text: text.replace('2025-09-29', '2025-12-11').replace('1.0.0', '2.0.0') })
})

test('a version with quotes in it stays a string', () => {
  const text = serverText(NAME, '1.0.0')
  const next = withVersion(text, JSON.parse(text) as ServerJson, '1","name":"x')
  expect(JSON.parse((next as { text: string }).text)).toMatchObject({ name: NAME, version: '1","name":"x' })
})

test('a server without packages has its version raised', () => {
  const remotes = [{ type: 'streamable-http', url: 'https://weather.example/mcp' }]
  expect(validateServerJson(raise({ remotes }))).toMatchObject({
    valid: true,
    document: { version: '1.1.0' },
  })
})

test.each([
  ['an image by its digest', oci(`ghcr.io/alice/weather@sha256:${'a'.repeat(64)}`)],
  ['a file with a digest', { ...npm('1.0.0'), fileSha256: 'a'.repeat(64) }],
  [
    'a bundle by its address',
    { registryType: 'mcpb', identifier: 'https://x.example/a.mcpb', transport: STDIO },
  ],
])('%s cannot be raised', (_, pack) => {
  expect(raise({ packages: [pack] })).toMatch(
    /^The package `.*` is bound to one file by its digest or address\.$/,
  )
})

test('packages that are versioned on their own cannot be guessed', () => {
  expect(raise({ packages: [npm('7.0.0'), oci('ghcr.io/alice/weather:latest')] })).toBe(
    'None of the packages has the version `1.0.0` of the server.',
  )
})

test('a file that is full of packages does not keep others waiting', { timeout: 10_000 }, () => {
  const packages = (version: string) => ({ packages: Array.from({ length: 2_500 }, () => npm(version)) })
  expect(raise(packages('1.0.0'))).toBe(serverText(NAME, '1.1.0', packages('1.1.0')))
})

test('only the version of the server itself counts as its version', () => {
  const text = `{"_meta":{"version":"1.0.0"},"name":"a.b/c","version":"1.0.0"}`
  const next = withVersion(text, JSON.parse(text) as ServerJson, '2.0.0') as { text: string }
  expect(JSON.parse(next.text)).toMatchObject({ _meta: { version: '1.0.0' }, version: '2.0.0' })
})
