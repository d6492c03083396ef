import { expect, test } from 'vitest'
import { raisedFields } from './raised-package.ts'

test.each([
  [{ registryType: 'npm', identifier: 'weather', version: '1.0.0' }, { version: '1.1.0' }],
  [{ registryType: 'npm', identifier: 'weather', version: '0.9.0' }, {}],
  [{ registryType: 'npm', identifier: 'weather:1.0.0' }, {}],
  [
    { registryType: 'oci', identifier: 'ghcr.io/acme/weather:1.0.0' },
    { identifier: 'ghcr.io/acme/weather:1.1.0' },
  ],
  [
    { registryType: 'oci', identifier: 'ghcr.io/acme/weather:v1.0.0' },
    { identifier: 'ghcr.io/acme/weather:v1.1.0' },
  ],
  [{ registryType: 'oci', identifier: 'ghcr.io/acme/weather:11.0.0' }, {}],
  [{ registryType: 'oci', identifier: 'localhost:1.0.0/weather' }, {}],
  [{ registryType: 'oci', identifier: 7 }, {}],
])('%j', (item, raised) => {
  expect(raisedFields(item, '1.0.0', '1.1.0')).toEqual(raised)
})
