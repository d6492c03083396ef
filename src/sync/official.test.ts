import { expect, test } from 'vitest'
import { readOfficial } from './official.ts'

const TIMES = { publishedAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-02T00:00:00Z' }

test.each([
  ['2026-01-01T01:00:00.123456789+01:00', '2026-01-01T00:00:00.123456Z'],
  ['2026-01-01T00:00:00.500Z', '2026-01-01T00:00:00.5Z'],
  ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z'],
])('%s is kept as %s', (given, kept) => {
  expect(readOfficial({ publishedAt: given })).toMatchObject({ publishedAt: kept, updatedAt: kept })
})

test('old records without a status are active, and nothing is made up for them', () => {
  expect(readOfficial({ serverId: 'x', ...TIMES })).toEqual({ status: 'active', ...TIMES })
})

test('an active version has no message', () => {
  expect(readOfficial({ status: 'active', statusMessage: 'left over', ...TIMES })).not.toHaveProperty(
    'statusMessage',
  )
})

test('metadata without a time is as good as none', () => {
  expect(readOfficial({ status: 'active', isLatest: true })).toBe(undefined)
  expect(readOfficial(null)).toBe(undefined)
})

test.each([
  [{ ...TIMES, status: 'preview' }, 'The status `preview` is none of `active`, `deprecated`, `deleted`.'],
  [{ publishedAt: 'yesterday' }, '`publishedAt` is not an RFC 3339 timestamp: `yesterday`.'],
  [{ publishedAt: 5 }, '`publishedAt` is not an RFC 3339 timestamp: `5`.'],
  [{ ...TIMES, statusChangedAt: '0000-01-01T00:00:00+01:00' }, '`statusChangedAt` is not'],
])('%o cannot be read', (meta, sentence) => {
  expect(readOfficial(meta)).toContain(sentence)
})
