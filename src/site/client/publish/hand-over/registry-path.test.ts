import { expect, test } from 'vitest'
import { registryPath } from './registry-path.ts'

test('the path follows from the name and the version', () => {
  expect(registryPath({ name: 'io.github.acme/weather', version: '1.2.0+build' })).toBe(
    'servers/ac/io.github.acme/weather/1.2.0%2Bbuild/server.json',
  )
})

test.each([
  {},
  { name: 'weather', version: '1.0.0' },
  { name: 'com.acme/weather' },
  { name: 'com.acme/weather', version: '..' },
  { name: 'com.acme/weather', version: '1/../../x' },
  { name: 'com.acme/weather', version: 1 },
])('there is none for %j', (document) => {
  expect(registryPath(document)).toBeUndefined()
})
