import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'

test.each([
  ['postgers', 'postgres', 1],
  ['githb', 'github', 1],
  ['slak', 'slack', 1],
  ['kuberntes', 'kubernetes', 1],
  ['', 'ab', 2],
  ['weather', 'weather', 0],
])('%s and %s', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })

test('is the same both ways, and no more than the limit and one', () => {
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, limit) => {
      const far = editDistance(a, b, 99)
      expect(editDistance(b, a, 99)).toBe(far)
      expect(editDistance(a, b, limit)).toBe(Math.min(far, limit + 1))
      expect(far === 0).toBe(a === b)
    }),
  )
})
