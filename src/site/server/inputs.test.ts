import { describe, expect, test } from 'vitest'
import type { Package, ServerJson } from '../../model/server-json.ts'
import { secretsOfPackage, secretsOfTransport, setupsOf } from './inputs.ts'
import { kindsOf } from '../kinds.ts'

const npm: Package = { registryType: 'npm', identifier: 'x', transport: { type: 'stdio' } }
const server: ServerJson = { name: 'com.acme/x', description: 'x', version: '1.0.0' }

describe('secrets', () => {
  test('are those declared secret, and those named like one', () => {
    const environmentVariables = [
      { name: 'PLAIN' },
      { name: 'ACME', isSecret: true },
      { name: 'ACME_TOKEN' },
      { name: 'PUBLIC_KEY', isSecret: false },
    ]
    expect(secretsOfPackage({ ...npm, environmentVariables })).toEqual(['ACME', 'ACME_TOKEN'])
  })

  test('are not asked for where the publisher gave the value', () => {
    const headers = [
      { name: 'X-Api-Key', value: 'none' },
      { name: 'Authorization', value: 'Bearer {token}', variables: { token: { isSecret: true } } },
    ]
    expect(secretsOfTransport({ type: 'sse', headers })).toEqual(['token'])
  })
})

test('every way to set a server up is told', () => {
  const remotes = [{ type: 'sse', url: 'https://acme.example' }]
  expect(setupsOf({ ...server, packages: [npm], remotes })).toEqual(['no-key', 'sign-in'])
  expect(
    setupsOf({ ...server, remotes: [{ type: 'sse', headers: [{ name: 'k', isSecret: true }] }] }),
  ).toEqual(['key'])
  expect(setupsOf(server)).toEqual([])
})

test('kinds stand in one order, unknown registries under one name', () => {
  const packages = [npm, { ...npm, registryType: 'brew' }, { ...npm, registryType: 'remote' }]
  expect(kindsOf({ ...server, packages, remotes: [{ type: 'sse' }] })).toEqual(['remote', 'npm', 'other'])
})
