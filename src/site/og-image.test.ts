import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { KINDS } from './kinds.ts'
import { OG_SIZE, ogImage } from './og-image.ts'

test.each([...KINDS, undefined])('%s has a picture that is small, and as large as it should be', (kind) => {
  const png = readFileSync(`public${ogImage(kind)}`)
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(OG_SIZE)
  expect(png.length).toBeLessThan(25_000)
})

test('each kind has one of its own, and what is of no kind shares one', () => {
  expect(new Set(KINDS.map(ogImage)).size).toBe(KINDS.length)
  expect(ogImage()).toBe(ogImage('other'))
})
