import { expect, test } from 'vitest'
import { namespaceFolder, serverFolder, versionFolder } from './tree-path.ts'

test('folders follow from names', () => {
  expect(namespaceFolder('io.github.Alice')).toBe('servers/al/io.github.Alice')
  expect(serverFolder('io.github.Alice/weather')).toBe('servers/al/io.github.Alice/weather')
  expect(versionFolder('com.x/weather', '1.0.0')).toBe('servers/x/com.x/weather/1.0.0')
})

test.each([
  ['1.2.0+build.7', '1.2.0%2Bbuild.7'],
  ['feature/x', 'feature%2Fx'],
  ['100%', '100%25'],
  ['ü 😀', '%C3%BC%20%F0%9F%98%80'],
  ["~!'()*", "~!'()*"],
])('the version %j has the folder %s', (version, folder) => {
  expect(versionFolder('com.acme/weather', version)).toBe(`servers/ac/com.acme/weather/${folder}`)
})
