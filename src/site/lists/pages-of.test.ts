import { expect, test } from 'vitest'
import { pagerNumbers, pagesOf } from './pages-of.ts'

test('cuts a list into pages', () => {
  expect(pagesOf(['a', 'b', 'c'], 2)).toEqual([
    { number: 1, count: 2, items: ['a', 'b'] },
    { number: 2, count: 2, items: ['c'] },
  ])
  expect(pagesOf([], 2)).toEqual([{ number: 1, count: 1, items: [] }])
})

test('a pager shows the ends and the neighbours, and never a gap of one', () => {
  expect(pagerNumbers(1, 1)).toEqual([1])
  expect(pagerNumbers(1, 9)).toEqual([1, 2, undefined, 9])
  expect(pagerNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, undefined, 9])
  expect(pagerNumbers(9, 9)).toEqual([1, undefined, 8, 9])
})
