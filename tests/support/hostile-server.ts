import fc from 'fast-check'
import type { CatalogServer } from '../../src/catalog/catalog.ts'
import type { Status } from '../../src/model/status.ts'
import { hostileText } from './hostile-text.ts'
import { DAY, BEGIN, makeServer, type VersionSketch } from './make-server.ts'

const status = fc.constantFrom<Status>('active', 'deprecated', 'deleted')
const input = fc.record(
  {
    name: hostileText,
    description: hostileText,
    value: hostileText,
    default: hostileText,
    placeholder: hostileText,
    choices: fc.array(hostileText, { maxLength: 2 }),
    isRequired: fc.boolean(),
    isSecret: fc.boolean(),
  },
  { requiredKeys: ['name'] },
)
const transport = fc.record({
  type: fc.constantFrom('streamable-http', 'sse'),
  url: fc.oneof(hostileText, fc.constant('https://mcp.example/mcp')),
  headers: fc.array(input, { maxLength: 2 }),
})
const pack = fc.record({
  registryType: fc.oneof(hostileText, fc.constantFrom('npm', 'pypi', 'oci', 'mcpb')),
  identifier: hostileText,
  version: hostileText,
  fileSha256: hostileText,
  transport: fc.constant({ type: 'stdio' }),
  environmentVariables: fc.array(input, { maxLength: 2 }),
})
const version = fc.record({
  // A version is a folder's name too, which half a character cannot be in.
  version: fc.oneof(
    hostileText.map((text) => text.toWellFormed()),
    fc.constant('1.0.0'),
  ),
  server: fc.record({
    title: hostileText,
    description: hostileText,
    websiteUrl: fc.oneof(
      hostileText,
      hostileText.map((text) => `https://evil.example/${text}`),
    ),
    repository: fc.record({ url: hostileText, subfolder: hostileText }),
    packages: fc.array(pack, { maxLength: 2 }),
    remotes: fc.array(transport, { maxLength: 2 }),
  }),
  state: status,
  message: hostileText,
  movedTo: hostileText,
  moderation: fc.option(fc.record({ reason: hostileText, message: hostileText, case: hostileText })),
})

/** A server with a good name whose every other text is hostile. */
export const hostileServer: fc.Arbitrary<CatalogServer> = fc
  .record({
    versions: fc.array(version, { minLength: 1, maxLength: 3 }),
    login: hostileText,
    body: hostileText,
    link: hostileText,
    upstream: hostileText,
  })
  .map(({ versions, login, body, link, upstream }) =>
    makeServer(
      'io.github.hostile/name_x',
      versions.map(({ state, message, movedTo, moderation, ...rest }, index): VersionSketch => ({
        ...rest,
        movedTo,
        official: { status: state, statusMessage: message, statusChangedAt: BEGIN + index * DAY },
        provenance: { upstream },
        ...(moderation && state !== 'active' && { moderation: { status: state, ...moderation } }),
      })),
      {
        owner: { login, proof: 'author', since: '2026-11-01T00:00:00Z' },
        listing: { body, links: { [link]: link } },
      },
    ),
  )
