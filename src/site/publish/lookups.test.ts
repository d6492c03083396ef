import npmRegistryFetch from 'npm-registry-fetch'
import { expect, test } from 'vitest'
import { parseConfig } from '../../catalog/config.ts'
import { lookupsOf } from './lookups.ts'

const settings = (policy: object) => parseConfig(JSON.stringify({ title: 'Test', policy }), {})

test('the form asks the registries that the gate asks', () => {
  const npm = npmRegistryFetch.pickRegistry('any', {}).replace(/\/$/, '')
  expect(lookupsOf(settings({}))).toEqual({ npm, pypi: 'https://pypi.org' })
  const mirrors = { npm: 'https://npm.acme.example/', pypi: 'https://pypi.acme.example/' }
  expect(lookupsOf(settings({ packages: mirrors }))).toEqual({ npm: 'https://npm.acme.example' })
})
