import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBytes } from '../../model/byte-order.ts'
import { readCursor, writeCursor } from './cursor.ts'

const position = fc.record({
  name: fc.stringMatching(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  version: fc.string({ unit: 'grapheme' }),
})

test('a cursor is read back as it was written, and needs no encoding in an address', () => {
  fc.assert(
    fc.property(position, (place) => {
      const cursor = writeCursor(place)
      expect(cursor).toMatch(/^[A-Za-z0-9._~-]+$/)
      expect(readCursor(cursor)).toEqual(place)
    }),
  )
})

test('the plain cursors of the official server are taken, split at the first colon', () => {
  expect(readCursor('com.example/files:1.0.0')).toEqual({ name: 'com.example/files', version: '1.0.0' })
  expect(readCursor('com.example/files:a:b')).toEqual({ name: 'com.example/files', version: 'a:b' })
})

test('a name alone stands after all versions of it', () => {
  expect(compareBytes(readCursor('com.example/files').version, '\uFFFF')).toBeGreaterThan(0)
})

test('any text is a cursor', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readCursor(text)))
  expect(readCursor('c1.%%%')).toEqual({ name: 'c1.%%%', version: '\u{10FFFF}' })
})
