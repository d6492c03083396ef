import { expect, test } from 'vitest'
import { raiseVersion } from './raise-version.ts'

test('the version is raised, with the packages that share it', () => {
  expect(
    raiseVersion({
      name: 'com.acme/weather',
      version: '1.4.9',
      packages: [
        { registryType: 'npm', identifier: '@acme/weather', version: '1.4.9' },
        { registryType: 'pypi', identifier: 'weather', version: '0.3.0' },
        { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.4.9' },
        'not a package',
      ],
      _meta: { kept: true },
    }),
  ).toEqual({
    name: 'com.acme/weather',
    version: '1.4.10',
    packages: [
      { registryType: 'npm', identifier: '@acme/weather', version: '1.4.10' },
      { registryType: 'pypi', identifier: 'weather', version: '0.3.0' },
      { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.4.10' },
      'not a package',
    ],
    _meta: { kept: true },
  })
})

test.each([
  ['1.2.3-beta.4', '1.2.4'],
  ['2026.11', '2026.12'],
  ['7', '8'],
  ['v1', undefined],
  ['', undefined],
])('%s → %s', (before, after) => {
  expect((raiseVersion({ version: before }) as { version?: string }).version).toBe(after)
})
