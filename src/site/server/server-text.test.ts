import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileServer } from '../../../tests/support/hostile-server.ts'
import { hostileText } from '../../../tests/support/hostile-text.ts'
import { TEST_CONFIG } from '../../../tests/support/make-catalog.ts'
import { BEGIN, DAY, makeServer } from '../../../tests/support/make-server.ts'
import { markdownSkeleton } from '../../../tests/support/markdown-skeleton.ts'
import { installOptions } from '../install/options.ts'
import type { Field, InstallOption } from '../install/types.ts'
import { serverText } from './server-text.ts'

const CONFIG = { ...TEST_CONFIG, repository: 'acme/registry' }
const TOKEN: Field = {
  id: 'environment.ACME_TOKEN',
  name: 'ACME_TOKEN',
  place: 'environment',
  description: 'The token of your account',
  isRequired: true,
  isSecret: true,
}
const NPM: InstallOption = {
  key: 'package-0',
  kind: 'npm',
  label: 'npm',
  identifier: '@acme/weather',
  fields: [TOKEN],
  launch: {
    type: 'stdio',
    command: 'npx',
    args: [{ tokens: [['-y'], ['@acme/weather@2.0.0']], isRequired: true }],
    environment: [{ name: 'ACME_TOKEN', value: [{ field: TOKEN.id }], isRequired: true }],
  },
}
const REMOTE: InstallOption = {
  key: 'remote-0',
  kind: 'remote',
  label: 'remote',
  identifier: 'https://mcp.acme.example/mcp',
  fields: [],
  launch: { type: 'http', url: ['https://mcp.acme.example/mcp'], headers: [] },
}

test('a server reads like this', async () => {
  const server = makeServer(
    'io.github.acme/weather',
    [
      {},
      {
        server: {
          title: 'Acme Weather',
          description: 'Weather, alerts and radar.',
          repository: { url: 'https://github.com/acme/weather', source: 'github' },
          remotes: [{ type: 'streamable-http', url: 'https://mcp.acme.example/mcp' }],
        },
        official: {
          status: 'deprecated',
          statusMessage: 'Use the hosted one.',
          statusChangedAt: BEGIN + 5 * DAY,
        },
        provenance: { commit: '0123456789abcdef0123456789abcdef01234567', pullRequest: 12 },
        movedTo: 'io.github.acme/weather2',
      },
    ],
    {
      owner: { login: 'acme', proof: 'author', since: '2026-11-01T00:00:00Z' },
      listing: { body: '# Buy now' },
    },
  )
  await expect(serverText(server, CONFIG, [NPM, REMOTE])).toMatchFileSnapshot('golden/server.golden.md')
})

test('a deleted server has its state and reason, and nothing to install', () => {
  const gone = makeServer('com.acme/gone', [
    {
      server: { websiteUrl: 'https://acme.example/' },
      official: { status: 'deleted', statusChangedAt: BEGIN + DAY },
      moderation: {
        status: 'deleted',
        reason: 'malware',
        message: 'It stole tokens.',
        case: 'https://case.example/1',
      },
    },
  ])
  const text = serverText(gone, CONFIG, [NPM])
  expect(text).toContain(
    '- State: Removed by the registry 2 Nov 2026\n- Reason: `malware`\n- Message: `It stole tokens.`',
  )
  expect(text).not.toMatch(/Install|npx|acme\.example\/`|v0\.1/)
})

test('an address that a program opens is configured after the command', () => {
  const started = { ...NPM, launch: { ...NPM.launch, then: REMOTE.launch } } as InstallOption
  const text = serverText(makeServer('com.acme/x'), CONFIG, [started])
  expect(text.indexOf('Configuration, once the command runs:')).toBeGreaterThan(text.indexOf('"npx"'))
  expect(text).toContain('"url": "https://mcp.acme.example/mcp"')
})

test('at most twenty versions are listed', () => {
  const text = serverText(
    makeServer(
      'com.acme/many',
      Array.from({ length: 25 }, () => ({})),
    ),
    CONFIG,
    [],
  )
  expect(text).toContain('It offers neither a package nor a remote.')
  expect(text.match(/^- `\d+\.0\.0`, /gm)).toHaveLength(20)
  expect(text).toContain('- 5 more: <https://registry.example/servers/com.acme/many/versions/>')
})

test('whatever publishers write, none of it is a heading, a link, HTML or a line of ours', () => {
  const option = fc
    .tuple(hostileText, hostileText, hostileText)
    .map(([name, description, value]): InstallOption => ({
      ...NPM,
      label: name,
      identifier: value,
      fields: [{ ...TOKEN, name, description, choices: [value], preset: value }],
      launch: {
        type: 'stdio',
        command: value,
        args: [{ tokens: [[value], [{ field: TOKEN.id }]], isRequired: true }],
        environment: [{ name, value: [{ field: TOKEN.id }], isRequired: true }],
      },
    }))
  fc.assert(
    fc.property(hostileServer, fc.array(option, { maxLength: 2 }), (server, more) => {
      const options = [...more, ...installOptions(server.latest.server)]
      const { headings, links, tags, html, prose } = markdownSkeleton(serverText(server, CONFIG, options))
      for (const heading of headings)
        expect(heading).toMatch(
          /^h1 io\.github\.hostile\/name_x$|^h2 (Publisher|Install|Versions|Links)$|^h3 Option \d: /,
        )
      for (const link of links) expect(link).toMatch(/^https:\/\/registry\.example\/(servers|v0\.1)\//)
      expect([...tags].filter((tag) => !['p', 'code', 'pre', 'ul', 'li'].includes(tag))).toEqual([])
      expect(html).toEqual([])
      expect(prose).not.toMatch(/evil|Ignore|alert/)
    }),
  )
})
