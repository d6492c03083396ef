import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareBytes } from './byte-order.ts'

/** Few characters, so that strings share prefixes; from every region where the orders could part. */
const wellFormed = fc.string({
  unit: fc.constantFrom('a', 'b', 'Z', '-', '.', 'é', '\u{7ff}', '\ud7ff', '\ue000', '\uffff', '😀', '𝒳'),
  maxLength: 6,
})
const anyUnits = fc.string({
  unit: fc.constantFrom('a', '\ud7ff', '\ud800', '\udbff', '\udc00', '\udfff', '\ue000', '\uffff'),
  maxLength: 5,
})

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

test('orders like the UTF-8 bytes', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(byBytes(a, b))
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(byBytes(a, b))
    }),
  )
})

test('puts characters beyond the basic plane above all others, unlike UTF-16', () => {
  expect(compareBytes('😀', '\uffff')).toBeGreaterThan(0)
  expect('😀' > '\uffff').toBe(false)
})

test('remains an order for half surrogate pairs, which have no bytes', () => {
  fc.assert(
    fc.property(anyUnits, anyUnits, anyUnits, (a, b, c) => {
      expect(Math.sign(compareBytes(a, b))).toBe(-Math.sign(compareBytes(b, a)) + 0)
      expect(compareBytes(a, b) === 0).toBe(a === b)
      if (compareBytes(a, b) <= 0 && compareBytes(b, c) <= 0) {
        expect(compareBytes(a, c)).toBeLessThanOrEqual(0)
      }
    }),
    { numRuns: 2000 },
  )
})
