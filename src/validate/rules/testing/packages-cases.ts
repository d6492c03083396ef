import {
  BASE,
  HASH,
  META,
  UNVERSIONED,
  argument,
  mcpb,
  oci,
  pack,
  remote,
  server,
  type Cases,
} from './documents.ts'

export const PACKAGES_CASES: Cases = {
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
}
