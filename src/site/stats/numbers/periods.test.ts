import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from '../../text/dates.ts'
import { periodsBetween, stepOf } from './periods.ts'

const at = (day: string) => Date.parse(day) * 1000
const DAY = 86_400_000_000

test('the longer the time, the longer the step', () => {
  expect(
    ['2026-01-31', '2026-12-31', '2029-01-01', '2056-01-01'].map((end) => stepOf(at('2026-01-01'), at(end))),
  ).toEqual(['day', 'week', 'month', 'year'])
})

test('weeks begin on Monday, months and years on their first day', () => {
  const starts = (step: 'week' | 'month' | 'year') =>
    periodsBetween(at('2025-12-31T23:59:59Z'), at('2026-01-05T00:00:00Z'), step).map(({ start }) =>
      isoDay(start),
    )
  expect(starts('week')).toEqual(['2025-12-29', '2026-01-05'])
  expect(starts('month')).toEqual(['2025-12-01', '2026-01-01'])
  expect(starts('year')).toEqual(['2025-01-01', '2026-01-01'])
})

test('periods hold both ends and leave nothing out between them', () => {
  fc.assert(
    fc.property(fc.nat(30_000), fc.nat(9_000), (first, span) => {
      const [begin, last] = [first * DAY + 1, (first + span) * DAY + 1]
      const periods = periodsBetween(begin, last, stepOf(begin, last))
      expect(periods.length).toBeLessThan(260)
      expect(periods[0]!.start).toBeLessThanOrEqual(begin)
      expect(periods.at(-1)!.start).toBeLessThanOrEqual(last)
      expect(periods.at(-1)!.end).toBeGreaterThan(last)
      expect(periods.slice(1).map(({ start }) => start)).toEqual(periods.slice(0, -1).map(({ end }) => end))
    }),
  )
})
