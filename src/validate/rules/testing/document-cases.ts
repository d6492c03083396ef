import { CURRENT_SCHEMA_URL } from '../../schema/dates.ts'
import { BASE, META, PACKAGE, argument, env, icon, mcpb, pack, server, type Cases } from './documents.ts'

export const DOCUMENT_CASES: Cases = {
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
}
