import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FACET_NAMES, FACETS } from '../../search/facets.ts'
import { engineFilters } from './engine-filters.ts'
import { readState, without, writeState } from './search-state.ts'

test('a search and its address are the same thing', () => {
  const address = '?q=c%2B%2B+%26+radar&type=remote&type=npm&trust=mirrored&sort=updated&page=3'
  expect(writeState(readState(address))).toBe(address)
  expect(writeState(readState(''))).toBe('')
  const state = fc.record({
    q: fc.string().map((text) => text.trim()),
    sort: fc.constantFrom('relevance' as const, 'updated' as const),
    page: fc.integer({ min: 1, max: 999 }),
    ...(Object.fromEntries(
      FACET_NAMES.map((name) => [name, fc.subarray([...FACETS[name].values])]),
    ) as Record<(typeof FACET_NAMES)[number], fc.Arbitrary<string[]>>),
  })
  fc.assert(
    fc.property(state, (state) => {
      expect(readState(writeState(state))).toEqual(state)
    }),
  )
})

test('what makes no sense in an address is as if it were not there', () => {
  expect(writeState(readState('?type=rust&sort=best&page=-2&page=x&status=deleted'))).toBe('')
  expect(readState('?page=1e999').page).toBe(1)
})

test('leaving a filter out leads to the first page', () => {
  const state = readState('?q=a&type=npm&type=pypi&page=4')
  expect(writeState(without(state, 'type', 'npm'))).toBe('?q=a&type=pypi')
  expect(writeState(without(state, 'type'))).toBe('?q=a')
})

test('any value of a facet and all facets, and of a list of exceptions what is not in it', () => {
  const filters = (address: string) => engineFilters(readState(address))
  expect(filters('?q=a')).toEqual({})
  expect(filters('?type=npm&type=pypi&setup=key')).toEqual({
    type: { any: ['npm', 'pypi'] },
    setup: { any: ['key'] },
  })
  expect(filters('?trust=mirrored')).toEqual({ trust: { any: ['mirrored'] } })
  expect(filters('?trust=proved&status=active')).toEqual({
    none: [{ trust: { any: ['mirrored', 'unproven'] } }, { status: { any: ['deprecated'] } }],
  })
  expect(filters('?status=active&status=deprecated')).toEqual({})
})
