import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField, toCsv } from './csv.ts'

test('days and shares are written for machines', () => {
  const columns = [
    { key: 'day', label: 'Day', type: 'day' },
    { key: 'servers', label: 'Servers', type: 'count' },
    { key: 'share', label: 'Share', type: 'share' },
  ] as const
  const rows = [[Date.UTC(2026, 10, 2) * 1000, 24_247, 1 / 3]]
  expect(toCsv({ columns, rows })).toBe('day,servers,share\r\n2026-11-02,24247,0.3333\r\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['=A1,"x"', `"'=A1,""x"""`],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['com.acme', 'com.acme'],
])('the field %j is written as %j', (field, written) => {
  expect(csvField(field)).toBe(written)
})

test('every text is read back, and none starts as a formula does', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'=+-@"\',\r\n\tab') }), (text) => {
      const written = csvField(text)
      const isQuoted = written.startsWith('"')
      const read = isQuoted ? written.slice(1, -1).replaceAll('""', '"') : written
      expect(read).not.toMatch(/^[=+\-@\t\r\n]/)
      expect(read.endsWith(text)).toBe(true)
      if (!isQuoted) expect(written).not.toMatch(/[",\r\n]/)
    }),
  )
})
