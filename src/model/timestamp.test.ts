import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTimestamp, parseTimestamp } from './timestamp.ts'

const SECOND = 1_000_000

describe('reading', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0],
    ['2025-10-17T12:00:00Z', Date.UTC(2025, 9, 17, 12) * 1000],
    ['1970-01-01T00:00:00.000001Z', 1],
    ['1970-01-01T00:00:00.1Z', 100_000],
    ['1970-01-01T00:00:00,25Z', 250_000],
    ['1970-01-01T00:00:00.9999999Z', 999_999],
    ['1970-01-01T00:00:00.000000123456789Z', 0],
    ['1969-12-31T23:59:59.5Z', -500_000],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T18:30:00-05:30', 0],
    ['1970-01-01T00:00:00-00:00', 0],
    ['1970-01-02T00:00:00+24:00', 0],
    ['1970-01-01T01:00:00+00:60', 0],
    ['1970-01-01T5:00:00Z', 5 * 3600 * SECOND],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29) * 1000],
    ['2000-02-29T23:59:59Z', Date.UTC(2000, 1, 29, 23, 59, 59) * 1000],
    ['0001-01-01T00:00:00Z', -62_135_596_800 * SECOND],
    ['0099-12-31T00:00:00Z', -59_011_545_600 * SECOND],
  ])('%s', (text, microseconds) => {
    expect(parseTimestamp(text)).toBe(microseconds)
  })

  test.each([
    '',
    '2025-10-17',
    '2025-10-17T12:00:00',
    '2025-10-17 12:00:00Z',
    '2025-10-17T12:00Z',
    '2025-10-17t12:00:00Z',
    '2025-10-17T12:00:00z',
    '2025-10-17T12:00:00.Z',
    '2025-10-17T12:00:00+0100',
    '2025-10-17T12:00:00+01',
    '2025-10-17T12:00:00+25:00',
    '2025-10-17T12:00:00+01:61',
    '2025-13-01T00:00:00Z',
    '2025-00-01T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2025-04-31T00:00:00Z',
    '2025-01-00T00:00:00Z',
    '2025-01-01T24:00:00Z',
    '2025-01-01T12:60:00Z',
    '2016-12-31T23:59:60Z',
    '25-01-01T00:00:00Z',
    '+2025-01-01T00:00:00Z',
    '12025-01-01T00:00:00Z',
    ' 2025-01-01T00:00:00Z',
    '2025-01-01T00:00:00Z\n',
    '2025-1-01T00:00:00Z',
    '2025-01-01T00:0:00Z',
    '٢٠٢٥-01-01T00:00:00Z',
  ])('refuses %j, as Go does', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })
})

describe('writing', () => {
  test.each([
    [0, '1970-01-01T00:00:00Z'],
    [100_000, '1970-01-01T00:00:00.1Z'],
    [280_000, '1970-01-01T00:00:00.28Z'],
    [280_123, '1970-01-01T00:00:00.280123Z'],
    [1, '1970-01-01T00:00:00.000001Z'],
    [10, '1970-01-01T00:00:00.00001Z'],
    [-1, '1969-12-31T23:59:59.999999Z'],
    [-62_135_596_800 * SECOND, '0001-01-01T00:00:00Z'],
    [253_402_300_799 * SECOND, '9999-12-31T23:59:59Z'],
  ])('%d as %s', (microseconds, text) => {
    expect(formatTimestamp(microseconds)).toBe(text)
  })
})

const anyMoment = fc.integer({
  min: Date.UTC(1685, 0) * 1000,
  max: Date.UTC(2255, 0) * 1000,
})

test('what is written reads as the same microsecond', () => {
  fc.assert(
    fc.property(anyMoment, (moment) => {
      expect(parseTimestamp(formatTimestamp(moment))).toBe(moment)
      expect(formatTimestamp(moment)).not.toMatch(/\.\d*0Z$|\.Z$/)
    }),
    { numRuns: 2000 },
  )
})

test('agrees with Date to the millisecond, in every zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
      fc.integer({ min: -23 * 60, max: 23 * 60 }),
      (date, offset) => {
        const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 23)
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60]
        const pad = (value: number): string => String(value).padStart(2, '0')
        const zone = `${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`
        const near = parseTimestamp(`${local}${zone}`)! / 1000
        expect(Math.abs(near - date.getTime())).toBeLessThan(0.1)
      },
    ),
  )
})
