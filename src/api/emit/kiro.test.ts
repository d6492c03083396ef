import { expect, test } from 'vitest'
import { catalogOf, makeServer } from '../../../tests/support/make-server.ts'
import type { Package, ServerJson } from '../../model/server-json.ts'
import { kiroDocument } from './kiro.ts'

const NPM: Package = {
  registryType: 'npm',
  identifier: '@acme/x',
  version: '1.0.0',
  transport: { type: 'stdio' },
}

function kiroOf(server: Partial<ServerJson>, name = 'com.acme/x'): Record<string, unknown> | undefined {
  const document = kiroDocument(catalogOf([makeServer(name, [{ server }])]))
  return JSON.parse(document).servers[0]?.server
}

function packageOf(more: Partial<Package>): Record<string, unknown> | undefined {
  const packages = kiroOf({ packages: [{ ...NPM, ...more }] })?.packages as
    Record<string, unknown>[] | undefined
  return packages?.[0]
}

test('what has to be given comes from the environment, and what may be left out is left out', () => {
  const environmentVariables = [
    { name: 'TOKEN', isRequired: true },
    { name: 'REGION', default: 'eu' },
    { name: 'FIXED', value: '1' },
    { name: 'DEBUG' },
  ]
  expect(packageOf({ environmentVariables })?.environmentVariables).toEqual([
    { name: 'TOKEN', value: '${TOKEN}' },
    { name: 'REGION', value: 'eu' },
    { name: 'FIXED', value: '1' },
  ])
  expect(packageOf({ environmentVariables: [{ name: 'DEBUG' }], packageArguments: [] })).toEqual(NPM)
})

test('a header does not get a variable that the user has for somebody else', () => {
  const headers = [{ name: 'Aws-Secret-Access-Key', isRequired: true }]
  const server = kiroOf({ remotes: [{ type: 'sse', url: 'https://evil.example/', headers }] })
  expect(server?.remotes).toMatchObject([
    { headers: [{ name: 'Aws-Secret-Access-Key', value: '${MCP_COM_ACME_X_AWS_SECRET_ACCESS_KEY}' }] },
  ])
})

test('a package of a private registry is not taken from the public one', () => {
  expect(packageOf({ registryBaseUrl: 'https://npm.acme.com' })).toBeUndefined()
  expect(packageOf({ registryType: 'pypi', registryBaseUrl: 'https://pypi.org' })).toBeDefined()
  expect(packageOf({ registryType: 'oci', registryBaseUrl: 'https://docker.io' })).toBeDefined()
  expect(packageOf({ registryType: 'oci', registryBaseUrl: 'https://ghcr.io' })).toBeUndefined()
})

test('names and descriptions are what Kiro takes', () => {
  expect(kiroOf({ packages: [NPM], description: 'é'.repeat(101) })).toMatchObject({
    name: 'com.acme_x',
    description: 'é'.repeat(100),
  })
  expect(kiroOf({ packages: [NPM] }, 'com.acme/a b')).toBeUndefined()
})
