import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listAt, readAt, textAt, writeAt } from './place.ts'

const DOCUMENT = {
  name: 'com.acme/weather',
  packages: [{ identifier: 'a', environmentVariables: [{ name: 'A' }, { name: 'B', isSecret: true }] }],
}

test('reads what is there, and nothing where a document is of another shape', () => {
  expect(readAt(DOCUMENT, '/packages/0/environmentVariables/1/isSecret')).toBe(true)
  expect(readAt(DOCUMENT, '')).toBe(DOCUMENT)
  expect(readAt(DOCUMENT, '/packages/1/identifier')).toBeUndefined()
  expect(readAt(DOCUMENT, '/constructor')).toBeUndefined()
  expect(textAt({ name: 1 }, '/name')).toBe('')
  expect(listAt({ packages: { 0: 'a' } }, '/packages')).toEqual([])
  expect(listAt(null, '/packages')).toEqual([])
})

test('writes a value, makes what leads to it, and leaves the given document alone', () => {
  const before = structuredClone(DOCUMENT)
  const after = writeAt(DOCUMENT, '/repository/url', 'https://github.com/acme/weather')
  expect(after).toEqual({ ...DOCUMENT, repository: { url: 'https://github.com/acme/weather' } })
  expect(writeAt({}, '/packages/0/transport/type', 'stdio')).toEqual({
    packages: [{ transport: { type: 'stdio' } }],
  })
  expect(DOCUMENT).toEqual(before)
})

test('takes a value away with what is empty then, but keeps an item that has been emptied', () => {
  expect(writeAt({ a: { b: { c: 1 } }, d: 2 }, '/a/b/c', undefined)).toEqual({ d: 2 })
  expect(writeAt({ packages: [{ identifier: 'a' }] }, '/packages/0/identifier', undefined)).toEqual({
    packages: [{}],
  })
  expect(writeAt({ packages: [{}, { identifier: 'b' }] }, '/packages/0', undefined)).toEqual({
    packages: [{ identifier: 'b' }],
  })
  expect(writeAt({ packages: [{}] }, '/packages/0', undefined)).toEqual({})
})

test('what was written is read again, whatever the document is, and nobody else’s objects change', () => {
  const pointer = fc.constantFrom(
    '/name',
    '/packages/0/identifier',
    '/__proto__/polluted',
    '/remotes/0/headers/0/name',
  )
  fc.assert(
    fc.property(fc.jsonValue(), pointer, fc.string({ minLength: 1 }), (document, place, value) => {
      expect(readAt(writeAt(document as object, place, value), place)).toBe(value)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }),
  )
})
