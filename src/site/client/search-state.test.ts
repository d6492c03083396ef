import { expect, test } from 'vitest'
import { filtersOf, readState, writeState } from './search-state.ts'

test('a search and its address are the same thing', () => {
  const state = { q: 'c++ & radar', type: ['npm', 'remote'], setup: [] }
  expect(writeState(state)).toBe('?q=c%2B%2B+%26+radar&type=npm&type=remote')
  expect(readState(writeState(state))).toEqual(state)
  expect(writeState(readState(''))).toBe('')
})

test('filters that are not set are not asked for', () => {
  expect(filtersOf({ q: '', type: ['npm'], setup: [] })).toEqual({ type: { any: ['npm'] } })
})
