import {
  BASE,
  PACKAGE,
  REMOTE,
  argument,
  env,
  icon,
  mcpb,
  oci,
  pack,
  remote,
  server,
  type Json,
  type Cases,
} from './documents.ts'

export const CLIENTS_CASES: Cases = {
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
    breaks: [
      server({ name: 'io.github.alice/con' }),
      server({ name: 'aux.example/xx' }),
      server({ name: 'index.html/xx' }),
      server({ name: 'a.b/Owner.json' }),
    ],
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
