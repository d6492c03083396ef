import { describe, expect, test } from 'vitest'
import { CURRENT_SCHEMA_URL } from '../schema/dates.ts'
import { validateServerJson } from '../server-json.ts'
import { RULES } from './index.ts'

type Json = Record<string, unknown>

const PACKAGE = {
  registryType: 'npm',
  identifier: 'weather-mcp',
  version: '1.0.0',
  transport: { type: 'stdio' },
}
const REMOTE = { type: 'streamable-http', url: 'https://weather.example.com/mcp' }
const BASE = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
  packages: [PACKAGE],
}
const META = 'io.modelcontextprotocol.registry/publisher-provided'
const HASH = 'a'.repeat(64)
const RELEASE = 'https://github.com/alice/weather-mcp/releases/download/v1.0.0/weather.mcpb'

const server = (changes: Json): Json => ({ ...BASE, ...changes })
const pack = (changes: Json): Json => server({ packages: [{ ...PACKAGE, ...changes }] })
const remote = (changes: Json): Json => server({ remotes: [{ ...REMOTE, ...changes }] })
const icon = (changes: Json): Json => server({ icons: [{ src: 'https://example.com/icon.png', ...changes }] })
const argument = (changes: Json): Json => pack({ packageArguments: [changes] })
const env = (changes: Json): Json =>
  pack({ environmentVariables: [{ name: 'KEY', description: 'A key', ...changes }] })
const oci = (changes: Json): Json => {
  const { version: _, ...rest } = PACKAGE
  return server({
    packages: [{ ...rest, registryType: 'oci', identifier: 'ghcr.io/alice/weather:1.0.0', ...changes }],
  })
}
const mcpb = (changes: Json): Json => {
  const { version: _, ...rest } = PACKAGE
  return server({
    packages: [{ ...rest, registryType: 'mcpb', identifier: RELEASE, fileSha256: HASH, ...changes }],
  })
}
const { version: _version, ...UNVERSIONED } = PACKAGE

/** By code: documents that break the rule, and documents close by that do not. */
const CASES: Record<string, { breaks: Json[]; keeps: Json[] }> = {
  R210: { breaks: [env({ default: 8080 }), server({ packages: {} })], keeps: [env({ default: '8080' })] },
  R211: { breaks: [server({ packages: [{ ...PACKAGE, transport: undefined }] })], keeps: [BASE] },
  R212: { breaks: [server({ tags: [] }), pack({ registry_type: 'npm' })], keeps: [BASE] },
  R213: { breaks: [server({ title: null })], keeps: [server({ title: 'Weather' })] },
  R215: {
    breaks: [
      icon({ mimeType: 'image/gif' }),
      icon({ theme: 'auto' }),
      env({ format: 'url' }),
      argument({ type: 'flag' }),
    ],
    keeps: [icon({ mimeType: 'image/png', theme: 'dark' }), env({ format: 'filepath' })],
  },
  R216: { breaks: [pack({ identifier: '' }), pack({ version: '' })], keeps: [BASE] },
  R217: {
    breaks: [pack({ registryBaseUrl: 'pypi.org', registryType: 'pypi' }), pack({ registryBaseUrl: '%zz' })],
    keeps: [BASE],
  },
  R218: {
    breaks: [server({ _meta: { 'com.example/x': {} } })],
    keeps: [server({ _meta: { [META]: { x: 1 } } })],
  },
  R219: { breaks: [mcpb({ fileSha256: 'A'.repeat(64) })], keeps: [mcpb({})] },
  R230: { breaks: [server({ $schema: undefined }), server({ $schema: '' })], keeps: [BASE] },
  R231: { breaks: [server({ $schema: 'https://example.com/x.json' })], keeps: [BASE] },
  R232: {
    breaks: [
      server({ $schema: CURRENT_SCHEMA_URL.replace('2025-12-11', '2025-10-17') }),
      server({ $schema: CURRENT_SCHEMA_URL.replace('static.', 'evil.') }),
    ],
    keeps: [BASE],
  },
  R233: { breaks: [server({ $schema: CURRENT_SCHEMA_URL.replace('2025-12-11', 'draft') })], keeps: [BASE] },
  R240: {
    breaks: ['weather', 'a/b/c', '/x', 'x/', 'c/xx', '-com/xx', 'com.x/_y', ''].map((name) =>
      server({ name }),
    ),
    keeps: ['ab/cd', 'com..x/yy', 'COM.X/yy', 'a.b/a_b.c'].map((name) => server({ name })),
  },
  R241: {
    breaks: [server({ description: '' }), server({ description: 'x'.repeat(101) })],
    keeps: [server({ description: '😀'.repeat(100) })],
  },
  R242: {
    breaks: [server({ title: '' }), server({ title: 'x'.repeat(101) })],
    keeps: [server({ title: 'x' })],
  },
  R243: { breaks: [server({ title: ' \u00a0\u0085' })], keeps: [server({ title: ' x ' })] },
  R244: {
    breaks: [server({ version: 'latest' }), pack({ version: 'latest' })],
    keeps: [pack({ version: 'Latest' })],
  },
  R245: {
    breaks: ['^1.2.3', '1.x', '1 - 2', '1.2 || 1.3', '=1.0.0', '~1', '1.*'].map((version) =>
      pack({ version }),
    ),
    keeps: ['1.0', 'v1.2.3', 'main', '*', '>=1.0.0 <2.0.0', '^foo', '~> 1.0'].map((version) =>
      pack({ version }),
    ),
  },
  R246: {
    breaks: [
      server({ repository: { url: 'https://gitlab.com/a/b/c', source: 'gitlab' } }),
      server({ repository: { url: 'https://github.com/a/b', source: 'git' } }),
      server({ repository: { source: 'github' } }),
    ],
    keeps: [server({ repository: { url: 'https://github.com/a/b.git', source: 'github' } })],
  },
  R247: {
    breaks: ['/a', 'a/', 'a//b', '../x', 'a b'].map((subfolder) =>
      server({ repository: { url: 'https://github.com/a/b', source: 'github', subfolder } }),
    ),
    keeps: [
      server({ repository: { url: 'https://github.com/a/b', source: 'github', subfolder: 'src/...' } }),
    ],
  },
  R248: {
    breaks: ['example.com', 'http://example.com', 'ht tp://x', ''].map((websiteUrl) =>
      server({ websiteUrl }),
    ),
    keeps: [server({ websiteUrl: 'https://example.com/a?b#c' })],
  },
  R250: {
    breaks: ['/icon.png', 'data:image/png;base64,x', ''].map((src) => icon({ src })),
    keeps: [icon({})],
  },
  R251: { breaks: [icon({ sizes: ['large'] })], keeps: [icon({ sizes: ['48x48', 'any'] })] },
  R252: { breaks: ['', '  ', '1'.repeat(256)].map((version) => server({ version })), keeps: [BASE] },
  R253: { breaks: [server({ title: 'a\0b' })], keeps: [server({ title: '\\u0000' })] },
  R254: { breaks: [server({ repository: {} })], keeps: [BASE] },
  R255: { breaks: [server({ repository: { id: '1' } })], keeps: [server({ repository: undefined })] },
  R260: { breaks: [pack({ identifier: 'a b' })], keeps: [BASE] },
  R261: {
    breaks: [argument({ type: 'named', value: 'x' })],
    keeps: [argument({ type: 'named', name: '--x' })],
  },
  R262: {
    breaks: ['--port 80', '--dir <path>', '$X'].map((name) => argument({ type: 'named', name })),
    keeps: [argument({ type: 'named', name: 'config' })],
  },
  R263: {
    breaks: [
      argument({ type: 'named', name: '-p', value: '-p 80' }),
      argument({ type: 'named', name: '-p', default: '-p' }),
    ],
    keeps: [argument({ type: 'named', name: '--port', value: 'x--port' })],
  },
  R264: {
    breaks: [argument({ type: 'positional' })],
    keeps: [argument({ type: 'positional', valueHint: 'path' })],
  },
  R265: { breaks: [pack({ transport: { type: 'websocket' } })], keeps: [BASE] },
  R266: {
    breaks: [pack({ transport: { type: 'stdio', url: 'http://localhost' } })],
    keeps: [pack({ transport: { type: 'stdio', url: '' } })],
  },
  R267: { breaks: [pack({ transport: { type: 'sse' } }), remote({ url: '' })], keeps: [remote({})] },
  R268: {
    breaks: [
      pack({ transport: { type: 'sse', url: '/sse' } }),
      pack({ transport: { type: 'sse', url: 'http://localhost:{PORT}/sse' } }),
      remote({ url: 'https://{tenant}.example.com' }),
      remote({ url: 'https://x.example.com/a b' }),
    ],
    keeps: [
      pack({
        transport: { type: 'sse', url: 'http://localhost:{PORT}' },
        environmentVariables: [{ name: 'PORT', description: 'Port' }],
      }),
      remote({ url: 'https://{tenant}.example.com', variables: { tenant: {} } }),
    ],
  },
  R269: {
    breaks: ['http://example.com', 'https://localhost/x', 'https://a.localhost'].map((url) =>
      remote({ url }),
    ),
    keeps: [remote({})],
  },
  R270: {
    breaks: [server({ _meta: { [META]: { x: '<'.repeat(682) } } })],
    keeps: [server({ _meta: { [META]: { x: 'é'.repeat(2044) } } })],
  },
  R271: { breaks: [remote({ type: 'http' }), remote({ type: 'stdio' })], keeps: [remote({ type: 'sse' })] },
  R280: {
    breaks: ['docker', 'NPM', 'maven'].map((registryType) => pack({ registryType })),
    keeps: [pack({ registryType: 'cargo' })],
  },
  R281: {
    breaks: [
      pack({ registryBaseUrl: 'https://npm.example.com' }),
      pack({ registryType: 'pypi', registryBaseUrl: 'https://pypi.org/' }),
    ],
    keeps: [pack({ registryType: 'pypi', registryBaseUrl: 'https://pypi.org' })],
  },
  R282: {
    breaks: [
      oci({ version: '1.0.0' }),
      oci({ registryBaseUrl: 'https://ghcr.io' }),
      pack({ fileSha256: HASH }),
      mcpb({ registryBaseUrl: 'https://github.com' }),
    ],
    keeps: [oci({}), mcpb({ version: '1.0.0' })],
  },
  R283: { breaks: [server({ packages: [UNVERSIONED] })], keeps: [oci({}), mcpb({})] },
  R284: { breaks: [mcpb({ fileSha256: undefined })], keeps: [mcpb({})] },
  R285: {
    breaks: ['Alice/Weather', 'a::::', 'https://ghcr.io/a/b'].map((identifier) => oci({ identifier })),
    keeps: [oci({ identifier: 'alice/weather' })],
  },
  R286: {
    breaks: ['quay.io/a/b:1', 'gcr.io/a/b'].map((identifier) => oci({ identifier })),
    keeps: [oci({ identifier: 'eu.pkg.dev/a/b@sha256:' + HASH })],
  },
  R287: {
    breaks: [
      'http://github.com/a/mcp/releases/download/1/x',
      'https://example.com/mcp.mcpb',
      'https://github.com/a/mcp/blob/x',
    ].map((identifier) => mcpb({ identifier })),
    keeps: [mcpb({ identifier: 'https://gitlab.com/a/b/c/-/package_files/1/download?mcp' })],
  },
  R290: {
    breaks: [
      '10.0.0.5',
      '[::1]',
      'LOCALHOST',
      '127.1',
      '0x7f000001',
      'printer.local',
      'db.internal',
      '8.8.8.8',
    ].map((host) => remote({ url: `https://${host}/mcp` })),
    keeps: [
      remote({ url: 'https://10.example.com' }),
      pack({ transport: { type: 'sse', url: 'http://127.0.0.1:80' } }),
    ],
  },
  R291: {
    breaks: [server({ websiteUrl: 'https://a:b@example.com' }), remote({ url: 'https://x@example.com/mcp' })],
    keeps: [server({ websiteUrl: 'https://example.com/@alice' })],
  },
  R292: {
    breaks: ['a\u202eb', 'a\u200bb', '\ufeffa', 'a\u200db', 'a\u{e0041}', 'a\x1b[31m'].map((title) =>
      server({ title }),
    ),
    keeps: ['👩‍💻', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'Wetter — “gut”', 'می‌خواهم'].map((title) => server({ title })),
  },
  R293: {
    breaks: ['a/b', '1.0 ', '.1', 'a..b', '1.json', 'LATEST', 'index', '1'.repeat(65), '1.0.1º', 'nul'].map(
      (version) => server({ version }),
    ),
    keeps: ['1.0.0+build', 'canary-20260112T145439Z-114c866', '2025.11.17.0704', '1~rc1'].map((version) =>
      server({ version }),
    ),
  },
  R294: {
    breaks: [server({ name: 'io.github.alice/con' }), server({ name: 'aux.example/xx' })],
    keeps: [server({ name: 'a.b/console' })],
  },
  R295: {
    breaks: [server({ websiteUrl: 'https://example.com/"x' }), remote({ url: "https://example.com/'x" })],
    keeps: [server({ websiteUrl: 'https://example.com/%22' })],
  },
  W1: {
    breaks: [pack({ runtimeArguments: [{ type: 'positional', value: 'x' }] })],
    keeps: [argument({ type: 'positional', value: 'x' })],
  },
  W2: { breaks: [oci({ environmentVariables: [{ name: 'X', description: 'x' }] })], keeps: [env({})] },
  W4: { breaks: [pack({ registryType: 'pypi', registryBaseUrl: 'https://pypi.org' })], keeps: [BASE] },
  W5: {
    breaks: [env({ description: undefined }), remote({ headers: [{ name: 'X' }] })],
    keeps: [env({ description: undefined, value: 'x' })],
  },
  W6: { breaks: [remote({ url: 'https://{x}.example.com', variables: { x: {} } })], keeps: [remote({})] },
  W7: {
    breaks: [remote({ type: 'sse' })],
    keeps: [server({ remotes: [REMOTE, { ...REMOTE, type: 'sse' }] })],
  },
  W8: { breaks: [mcpb({})], keeps: [BASE] },
  W9: {
    breaks: [server({ packages: [...(oci({})['packages'] as Json[]), ...(oci({})['packages'] as Json[])] })],
    keeps: [oci({})],
  },
  W10: {
    breaks: [pack({ registryType: 'nuget' })],
    keeps: [BASE, server({ packages: [], remotes: [REMOTE] })],
  },
  W12: { breaks: [icon({ src: 'https://example.com/i.svg' })], keeps: [icon({})] },
  W14: { breaks: [server({ packages: undefined })], keeps: [BASE] },
  W15: {
    breaks: [server({ packages: [PACKAGE, PACKAGE] }), argument({ type: 'named', name: '-x' })],
    keeps: [BASE],
  },
}

const codesOf = (document: Json): string[] =>
  validateServerJson(JSON.stringify(document)).findings.map(({ code }) => code)

describe.each(Object.entries(CASES))('%s', (code, { breaks, keeps }) => {
  test.each(breaks)('is broken by %j', (document) => expect(codesOf(document)).toContain(code))
  test.each(keeps)('is kept by %j', (document) => expect(codesOf(document)).not.toContain(code))
})

describe('the list of rules', () => {
  test('has a case for every rule about parsed documents', () => {
    const parsed = RULES.map(({ code }) => code).filter((code) => code >= 'R21' && code !== 'R229')
    expect(Object.keys(CASES).sort()).toEqual(parsed.sort())
  })

  test('has no code twice, and every text that people need', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
    for (const { code, title, why, fix, example } of RULES) {
      expect(code).toMatch(/^(?:R2[0-9]{2}|W[0-9]{1,2})$/)
      for (const text of [title, why, fix, example]) expect(text, code).not.toBe('')
    }
  })

  test('a document that breaks nothing has no findings', () => expect(codesOf(BASE)).toEqual([]))
})
