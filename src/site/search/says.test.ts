import { expect, test } from 'vitest'
import { says } from './says.ts'

test.each(['database', 'databases'])('%s is said in any form', (word) => {
  expect(says(['a', 'databases'], word)).toBe(true)
  expect(says(['database'], word)).toBe(true)
})

test.each([
  ['queries', 'query'],
  ['generation', 'generates'],
  ['scrape', 'scraping'],
  ['weath', 'weather'],
])('%s is said by %s', (word, other) => {
  expect(says([other], word)).toBe(true)
})

test.each([
  ['githb', 'github'],
  ['postgers', 'posts'],
  ['slak', 'sla'],
])('%s is not said by %s', (word, other) => {
  expect(says([other], word)).toBe(false)
})
