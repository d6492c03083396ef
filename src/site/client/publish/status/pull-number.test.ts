import { expect, test } from 'vitest'
import { pullNumber } from './pull-number.ts'

test.each([
  ['4812', 4812],
  [' #4812 ', 4812],
  ['https://github.com/acme/registry/pull/4812', 4812],
  ['https://github.com/Acme/Registry/pull/4812/files?w=1', 4812],
  ['https://github.com/other/registry/pull/4812', undefined],
  ['https://github.example/acme/registry/pull/4812', undefined],
  ['0', undefined],
  ['', undefined],
  ['48 12', undefined],
  ['9'.repeat(30), undefined],
])('%j → %j', (text, number) => {
  expect(pullNumber(text, 'acme/registry')).toBe(number)
})
