import { expect, test } from 'vitest'
import { apiFilePath } from './paths.ts'

test.each([
  ['1.0.0+build', '/v0.1/servers/com.a%2Fx/versions/1.0.0%2Bbuild'],
  // Beside `latest` a disk without upper case has no place for it.
  ['Latest', '/v0.1/servers/com.a%2Fx/versions'],
  ['1.0 beta/2', '/v0.1/servers/com.a%2Fx/versions'],
])('the document about %s that every host has is %s', (version, path) =>
  expect(apiFilePath('com.a/x', version)).toBe(path),
)
