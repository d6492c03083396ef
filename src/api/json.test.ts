import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toJson } from './json.ts'

test('markup never survives in the text, and the value does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = toJson(value)
      expect(text).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('escapes as the official server does', () => {
  expect(toJson({ a: '<b> & \u2028' })).toBe('{"a":"\\u003cb\\u003e \\u0026 \\u2028"}')
})

test('half a surrogate pair becomes the replacement character', () => {
  expect(toJson('a\ud800b')).toBe('"a\\ufffdb"')
})
