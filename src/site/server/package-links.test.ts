import { expect, test } from 'vitest'
import type { Package } from '../../model/server-json.ts'
import { packagePage } from './package-links.ts'

const page = (registryType: string, identifier: string, more: Partial<Package> = {}) =>
  packagePage({ registryType, identifier, transport: { type: 'stdio' }, ...more })

test('leads to the page of the version', () => {
  expect(page('npm', '@acme/x', { version: '1.2.0' })).toMatch(
    /^https:\/\/www\.[a-z]+\.com\/package\/@acme\/x\/v\/1\.2\.0$/,
  )
  expect(page('pypi', 'acme', { registryBaseUrl: 'https://pypi.org' })).toBe('https://pypi.org/project/acme/')
  expect(page('oci', 'ghcr.io/acme/x:1.0')).toBe('https://github.com/acme/x/pkgs/container/x')
  expect(page('oci', 'docker.io/acme/x@sha256:abc')).toBe('https://hub.docker.com/r/acme/x')
})

test('leads nowhere where the package lives at another registry', () => {
  expect(page('npm', 'x', { registryBaseUrl: 'https://npmjs.org.evil.example' })).toBeUndefined()
  expect(page('oci', 'registry.acme.example/x:1')).toBeUndefined()
  expect(page('brew', 'x')).toBeUndefined()
})

test('an identifier cannot leave its place in the address', () => {
  expect(page('npm', '../../evil')).toBeUndefined()
  expect(page('pypi', 'x?y#z')).toBeUndefined()
  expect(page('npm', 'x', { version: '1/../2' })).not.toContain('..')
})
