import { expect, test } from 'vitest'
import { formatShare, SERVERS, shareSubject } from './share-words.ts'

test.each([
  [0, 13, 'No server', true],
  [1, 1, 'The only server', true],
  [13, 13, 'All 13 servers', false],
  [1, 13, '1 of 13 servers', true],
  [6, 13, '6 of 13 servers', false],
  [500, 1000, 'Half of all servers', false],
  [505, 1000, 'About half of all servers', false],
  [667, 1000, 'About two thirds of all servers', false],
  [430, 1000, '43 % of all servers', false],
  [1, 1000, 'Fewer than 1 % of all servers', false],
  [999, 1000, 'More than 99 % of all servers', false],
])('%i of %i are “%s”', (count, total, text, isOne) => {
  expect(shareSubject(count, total, SERVERS)).toEqual({ text, isOne })
})

test('a share never looks like nothing or everything unless it is', () => {
  expect([0, 0.001, 0.436, 0.999, 1].map(formatShare)).toEqual(['0 %', '< 1 %', '44 %', '> 99 %', '100 %'])
})
