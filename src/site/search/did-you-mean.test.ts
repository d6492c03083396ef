import { expect, test } from 'vitest'
import { didYouMean, fewerWords } from './did-you-mean.ts'

const known = new Map([
  ['postgres', 204],
  ['postgrest', 4],
  ['google', 90],
  ['maps', 30],
  ['slack', 40],
  ['slash', 3],
])

test('the nearest word that somebody says comes first, and of equals the most common', () => {
  expect(didYouMean(['postgers'], known)).toEqual(['postgres', 'postgrest'])
  expect(didYouMean(['slak'], known)).toEqual(['slack'])
  expect(didYouMean(['slach'], known)).toEqual(['slack', 'slash'])
})

test('words that are known stay, and those that have been parted or joined are tried the other way', () => {
  expect(didYouMean(['googel', 'maps'], known)).toEqual(['googelmaps', 'google maps'])
  expect(didYouMean(['googlemaps'], known)).toEqual(['google maps'])
  expect(didYouMean(['zeppelin'], known)).toEqual([])
})

test('a sentence may be shortened', () => {
  expect(fewerWords(['read', 'pdf', 'files'])).toEqual(['pdf files', 'read files', 'read pdf'])
  expect(fewerWords(['pdf'])).toEqual([])
})
