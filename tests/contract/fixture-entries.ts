const SCHEMA = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'

function server(name: string, version: string, rest: object = {}): string {
  return JSON.stringify({ $schema: SCHEMA, name, description: `Stands for ${name}`, version, ...rest })
}

const remotes = [{ type: 'streamable-http', url: 'https://mcp.example.com/mcp' }]

/** Has every field of a server.json, in the wrong order, with things that a registry drops. */
const FULL = {
  remotes: [
    {
      url: 'https://{tenant}.example.com/mcp',
      type: 'streamable-http',
      variables: { tenant: { isRequired: true, description: 'Tenant' }, area: { choices: ['eu', 'us'] } },
      headers: [
        { name: 'X-Key', isSecret: true, isRequired: false, value: 'Bearer {key}', variables: { key: {} } },
      ],
    },
    { type: 'sse', url: 'https://mcp.example.com/sse' },
  ],
  packages: [
    {
      transport: { type: 'stdio' },
      identifier: '@example/full',
      registryType: 'npm',
      version: '1.0.0',
      runtimeHint: 'npx',
      runtimeArguments: [{ type: 'positional', value: '-y', isRepeated: false }],
      packageArguments: [
        { type: 'named', name: '--root', format: 'filepath', placeholder: '/srv', isRepeated: true },
        { type: 'positional', valueHint: 'mode', default: 'read', choices: ['read', 'write'] },
      ],
      environmentVariables: [{ name: 'TOKEN', isSecret: true, isRequired: true, description: 'Token' }],
      unknownHere: 1,
    },
    {
      registryType: 'mcpb',
      identifier: 'https://github.com/example/full/releases/download/v1/full.mcpb',
      fileSha256: 'ab'.repeat(32),
      transport: { type: 'streamable-http', url: 'http://localhost:{port}/mcp', headers: [] },
    },
  ],
  icons: [{ src: 'https://example.com/icon.png', mimeType: 'image/png', sizes: ['48x48'], theme: 'dark' }],
  websiteUrl: 'https://example.com/full?a=1&b=2',
  repository: { source: 'github', url: 'https://github.com/example/full', id: '1', subfolder: 'packages/a' },
  title: 'Full <b>&</b> complete',
  _meta: {
    'io.modelcontextprotocol.registry/publisher-provided': { tool: 'ci', build: { z: 1.0, a: [null] } },
    'com.example/own': { dropped: true },
  },
  unknown: 'dropped',
}

/** A small registry in which every kind of entry is there, as the files of its tree. */
export const FIXTURE_FILES: Record<string, string> = {
  'servers/ex/com.example/files/1.0.0/server.json': server('com.example/files', '1.0.0', { remotes }),
  'servers/ex/com.example/files/1.0.0/status.md':
    '---\nstatus: deprecated\n---\nPlease upgrade to <1.10.0>\n',
  'servers/ex/com.example/files/1.10.0/server.json': server('com.example/files', '1.10.0', { remotes }),
  'servers/ex/com.example/files/1.2.0/server.json': server('com.example/files', '1.2.0', { remotes }),
  'servers/ex/com.example/full/1.0.0%2Bbuild/server.json': server('com.example/full', '1.0.0+build', FULL),
  'servers/ex/com.example/bare/1.0.0/server.json': server('com.example/bare', '1.0.0'),
  'servers/ex/com.example/gone/1.0.0/server.json': server('com.example/gone', '1.0.0', { remotes }),
  'servers/ex/com.example/gone/status.md': '---\nstatus: deleted\n---\nShut down\n',
  'servers/ex/com.example/mixed/1.0.0/server.json': server('com.example/mixed', '1.0.0', { remotes }),
  'servers/ex/com.example/mixed/2.0.0/server.json': server('com.example/mixed', '2.0.0', { remotes }),
  'servers/ex/com.example/mixed/2.0.0/status.md': '---\nstatus: deleted\n---\nBroken release\n',
  'servers/ex/com.example/moved/1.0.0/server.json': server('com.example/moved', '1.0.0', { remotes }),
  'servers/ex/com.example/moved/status.md': '---\nstatus: deprecated\nmovedTo: com.example/files\n---\n',
  'servers/ba/com.bad/stolen/1.0.0/server.json': server('com.bad/stolen', '1.0.0', { remotes }),
  'servers/ba/com.bad/moderation.md':
    '---\nstatus: deleted\nreason: impersonation\ncase: https://example.com/cases/1\n---\nTaken down\n',
  'servers/ex/com.example/warned/1.0.0/server.json': server('com.example/warned', '1.0.0', { remotes }),
  'servers/ex/com.example/warned/moderation.md': '---\nstatus: deprecated\nreason: unsafe\n---\n',
  'servers/mi/io.github.Mirrored/Some.Server/v1/server.json': server('io.github.Mirrored/Some.Server', 'v1', {
    repository: {},
    remotes,
  }),
  'servers/mi/io.github.Mirrored/Some.Server/upstream.json': JSON.stringify({
    source: 'https://upstream.example/',
    versions: {
      v1: { status: 'active', publishedAt: '2025-09-08T23:47:09.45Z', updatedAt: '2025-10-09T00:16:49Z' },
    },
  }),
}
