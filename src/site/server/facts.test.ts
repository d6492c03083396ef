import { expect, test } from 'vitest'
import type { Argument, Package, ServerJson } from '../../model/server-json.ts'
import { factsOf } from './facts.ts'

const facts = (server: Partial<ServerJson>): string[] =>
  factsOf({ name: 'com.acme/x', description: 'X', version: '1.0.0', ...server })

const npm = (more: Partial<Package> = {}): Package => {
  return { registryType: 'npm', identifier: '@acme/x', transport: { type: 'stdio' }, ...more }
}
const oci = (runtimeArguments: Partial<Argument>[] = [], identifier = 'ghcr.io/acme/x:1'): Package => {
  const list = runtimeArguments.map((argument) => ({ type: 'named', ...argument }))
  return npm({ registryType: 'oci', identifier, runtimeArguments: list })
}
const remote = { type: 'streamable-http', url: 'https://api.example.com/mcp' }
const TOKEN = { name: 'TOKEN', isSecret: true }

test('code from a package registry, with a secret', () => {
  expect(facts({ packages: [npm({ environmentVariables: [TOKEN] })] })).toEqual([
    'Runs code from npm on your computer',
    'Asks for 1 secret',
  ])
})

test('a package or a remote: one of them is enough', () => {
  expect(facts({ packages: [npm()], remotes: [{ ...remote, headers: [TOKEN] }] })).toEqual([
    'Runs code from npm on your computer',
    'Or connects to api.example.com',
    'Asks for no secret, or for up to 1',
  ])
})

test('a remote without a secret may want an account', () => {
  expect(facts({ remotes: [remote] })).toEqual([
    'Connects to api.example.com',
    'Asks for no secret',
    'May ask you to sign in',
  ])
})

test('nothing to install', () => {
  expect(facts({})).toEqual(['Offers neither a package nor a remote'])
})

test.each([
  ['the container image ghcr.io/acme/x:1', [oci()]],
  ['the container image ghcr.io/acme/x', [oci([], 'ghcr.io/acme/x@sha256:0123')]],
  ['a container image', [oci(), oci([], 'ghcr.io/acme/y')]],
  [
    'an MCP bundle from github.com',
    [npm({ registryType: 'mcpb', identifier: 'https://github.com/a/b.mcpb' })],
  ],
  ['code from npm or code from PyPI', [npm(), npm({ registryType: 'pypi' })]],
  ['a package', [npm({ registryType: 'rpm' })]],
])('runs %s', (what, packages) => {
  expect(facts({ packages })[0]).toBe(`Runs ${what} on your computer`)
})

test.each<[string, Package]>([
  ['Mounts a folder into the container', oci([{ name: '-v', value: '{folder}:/data' }])],
  ['Mounts a folder into the container', oci([{ value: '--mount' }, { value: 'type=bind,src=/a,dst=/b' }])],
  [
    'Mounts 2 folders into the container',
    oci([{ name: '--mount', value: 'x' }, { value: '--volume=/a:/b' }]),
  ],
  ['Gives the container the network of your computer', oci([{ name: '--network', value: 'host' }])],
  ['Gives the container the network of your computer', oci([{ value: '--net' }, { value: 'host' }])],
  ['Gives the container every right on your computer', oci([{ name: '--privileged' }])],
  [
    'Asks for files or folders of yours',
    npm({ packageArguments: [{ type: 'positional', format: 'filepath' }] }),
  ],
  [
    'Asks for files or folders of yours',
    npm({ environmentVariables: [{ name: 'A', value: '{a}', variables: { a: { format: 'filepath' } } }] }),
  ],
  [
    'Fetches code from github.com',
    npm({ runtimeArguments: [{ type: 'named', name: '--from', value: 'git+https://github.com/acme/x' }] }),
  ],
  [
    'Fetches code from evil.example',
    npm({ runtimeArguments: [{ type: 'positional', value: '--registry=https://evil.example/' }] }),
  ],
  ['Answers on localhost:3010', npm({ transport: { type: 'sse', url: 'http://localhost:3010/sse' } })],
  ['Answers on localhost:{port}', npm({ transport: { type: 'sse', url: 'http://localhost:{port}/sse' } })],
  ['Connects to mcp.acme.com', npm({ transport: { type: 'sse', url: 'https://mcp.acme.com/sse' } })],
])('%s', (fact, pack) => {
  expect(facts({ packages: [pack] })[1]).toBe(fact)
  expect(facts({ packages: [pack, pack] }).filter((other) => other === fact)).toHaveLength(1)
})

test('what means nothing to a container is not said of it', () => {
  const ordinary = oci([{ name: '-e', value: 'A' }, { name: '--network', value: 'none' }, { value: '-i' }])
  expect(facts({ packages: [ordinary] })).toHaveLength(2)
  expect(facts({ packages: [npm({ runtimeArguments: [{ type: 'named', name: '-v' }] })] })).toHaveLength(2)
})

test('hostile texts are one line of plain text', () => {
  const packages = [oci([], 'ghcr.io/a\u202e\n<b>')]
  expect(facts({ packages })[0]).toBe('Runs the container image ghcr.io/a <b> on your computer')
})
