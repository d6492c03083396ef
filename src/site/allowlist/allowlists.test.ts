import fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { catalogOf, makeServer } from '../../../tests/support/make-server.ts'
import type { Package, ServerJson } from '../../model/server-json.ts'
import { ACME } from '../install/testing/run-example.ts'
import { anyServer } from '../install/testing/server-arbitrary.ts'
import { allowlistFiles } from './allowlist-files.ts'
import { matchersOf } from './matchers.ts'
import { serverAllowlists } from './server-allowlists.ts'

function filesOf(servers: readonly ServerJson[]): Map<string, string> {
  const catalog = catalogOf(servers.map((server) => makeServer(server.name, [{ server }])))
  return new Map([...allowlistFiles(catalog)].map(({ path, body }) => [path, body as string]))
}

function withPackage(more: Partial<Package>): ServerJson {
  return { ...ACME, remotes: [], packages: [{ ...ACME.packages![0]!, ...more }] }
}

function remote(url: string): ServerJson {
  return { ...ACME, packages: [], remotes: [{ type: 'sse', url, variables: { v: {} } }] }
}

test('the fragments for a server are these', async () => {
  const { latest } = makeServer(ACME.name, [{ server: ACME }])
  const text = serverAllowlists(latest).map((each) => `==== ${each.client}: ${each.file}\n${each.text}\n`)
  await expect(text.join('\n')).toMatchFileSnapshot('golden/server.golden.txt')
})

test('a deleted server is in no list', () => {
  const deleted = makeServer(ACME.name, [{ server: ACME, official: { status: 'deleted' } }])
  expect(serverAllowlists(deleted.latest)).toEqual([])
  for (const { body } of allowlistFiles(catalogOf([deleted]))) expect(body).not.toContain('search')
})

describe('commands', () => {
  const commandsOf = (server: ServerJson) =>
    matchersOf(server).flatMap((matcher) =>
      'serverCommand' in matcher ? [matcher.serverCommand.join(' ')] : [],
    )

  test('there is one for each way in which clients write them', () => {
    expect(commandsOf(withPackage({}))).toEqual([
      'npx -y @acme/search@1.2.3',
      'npx @acme/search@1.2.3',
      'npx -y @acme/search',
      'cmd /c npx -y @acme/search@1.2.3',
    ])
    expect(commandsOf(withPackage({ registryType: 'pypi', identifier: 'acme' }))).toEqual([
      ...['uvx acme@1.2.3', 'uvx acme==1.2.3', 'uvx acme'],
    ])
    expect(commandsOf(withPackage({ registryType: 'oci', identifier: 'acme/search:1' }))).toEqual([
      'docker run -i --rm -e ACME_API_KEY acme/search:1',
      'docker run -i --rm acme/search:1',
    ])
  })

  test('there is none where a person gives an argument', () => {
    const packageArguments = [{ type: 'positional', valueHint: 'folder', isRequired: true }]
    expect(matchersOf(withPackage({ packageArguments }))).toEqual([{ serverName: 'com.acme/search' }])
  })
})

describe('addresses', () => {
  const urlsOf = (url: string) =>
    matchersOf(remote(url)).flatMap((matcher) => ('serverUrl' in matcher ? [matcher.serverUrl] : []))

  test('variables become wildcards, but never the host', () => {
    expect(urlsOf('https://acme.com/mcp')).toEqual(['https://acme.com/mcp'])
    expect(urlsOf('https://acme.com/{v}/mcp')).toEqual(['https://acme.com/*/mcp'])
    for (const url of [
      'https://{v}/mcp',
      'https://{v}.acme.com/',
      'https://acme.com{v}/',
      '{v}',
      'https://{undeclared}/',
    ])
      expect(urlsOf(url), url).toEqual([])
  })

  test('a publisher’s own wildcard lets nothing in', () => {
    for (const url of [
      'https://*/',
      'https://acme.com/*',
      '*',
      'https://acme.com@*/',
      'https://a.com\\@evil.com/',
    ])
      expect(urlsOf(url), url).toEqual([])
  })
})

test('servers whose short names are the same have tables of their own', () => {
  const other = { ...ACME, name: 'org.other/search' }
  const tables = parseToml(filesOf([ACME, other]).get('allowlist/requirements.toml')!)
  expect(Object.keys(tables.mcp_servers as object)).toEqual(['com.acme/search', 'org.other/search'])
})

test('whatever publishers write, the lists are what clients read', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyServer, { selector: ({ name }) => name, maxLength: 4 }), (servers) => {
      const files = filesOf(servers)
      const { allowedMcpServers } = JSON.parse(files.get('allowlist/managed-settings.json')!)
      for (const matcher of allowedMcpServers) {
        expect(Object.keys(matcher)).toHaveLength(1)
        if ('serverUrl' in matcher) expect(new URL(matcher.serverUrl).host).not.toContain('*')
      }
      expect(JSON.parse(files.get('allowlist/vscode-settings.json')!)).toEqual({
        'chat.mcp.allowedServers': allowedMcpServers,
      })
      for (const entry of parseYaml(files.get('allowlist/allowlist.yaml')!).extensions)
        expect(Object.keys(entry)).toEqual(['id', 'command'])
      parseToml(files.get('allowlist/requirements.toml')!)
    }),
    { numRuns: 200 },
  )
})

test('no server gives lists of nothing', () => {
  expect(Object.fromEntries(filesOf([]))).toMatchInlineSnapshot(`
    {
      "allowlist/allowlist.yaml": "extensions: []
    ",
      "allowlist/managed-settings.json": "{"allowManagedMcpServersOnly":true,"allowedMcpServers":[

    ]}
    ",
      "allowlist/requirements.toml": "# The syntax of this file is not verified. Compare it with the documentation of Codex before you use it.
    # A table has the name that a server has in config.toml. Names that several servers would have are written in full.

    ",
      "allowlist/vscode-settings.json": "{"chat.mcp.allowedServers":[

    ]}
    ",
    }
  `)
})
