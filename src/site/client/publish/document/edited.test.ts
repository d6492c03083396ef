import { expect, test } from 'vitest'
import { edited } from './edited.ts'

test('the kind of a repository comes from its address, and both go together', () => {
  const url = 'https://github.com/acme/weather'
  const found = edited({}, '/repository/url', url)
  expect(found).toEqual({ repository: { url, source: 'github' } })
  expect(edited(found, '/repository/url', 'https://gitlab.com/acme/weather')).toEqual({
    repository: { url: 'https://gitlab.com/acme/weather', source: 'gitlab' },
  })
  expect(edited(found, '/repository/url', undefined)).toEqual({})
})

test('a package that becomes an image has no version of its own, and one that is none has no digest', () => {
  const npm = {
    version: '1.2.0',
    packages: [{ registryType: 'npm', identifier: 'a', version: '1.1.0', fileSha256: 'f' }],
  }
  expect(edited(npm, '/packages/0/registryType', 'oci')).toEqual({
    version: '1.2.0',
    packages: [{ registryType: 'oci', identifier: 'a' }],
  })
  expect(edited(npm, '/packages/0/registryType', 'pypi')).toEqual({
    version: '1.2.0',
    packages: [{ registryType: 'pypi', identifier: 'a', version: '1.1.0' }],
  })
  const image = { version: '1.2.0', packages: [{ registryType: 'oci', identifier: 'a' }] }
  expect(edited(image, '/packages/0/registryType', 'npm')).toEqual({
    version: '1.2.0',
    packages: [{ registryType: 'npm', identifier: 'a', version: '1.2.0' }],
  })
})

test('a program that is started has no address', () => {
  const transport = { type: 'sse', url: 'http://localhost/', headers: [{ name: 'A' }] }
  expect(edited({ packages: [{ transport }] }, '/packages/0/transport/type', 'stdio')).toEqual({
    packages: [{ transport: { type: 'stdio' } }],
  })
})
