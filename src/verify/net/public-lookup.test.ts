import { expect, test } from 'vitest'
import { publicLookup } from './public-lookup.ts'

test('of several addresses only the public ones are left', async () => {
  const lookup = publicLookup(async () => [
    { address: '10.0.0.1', family: 4 },
    { address: '140.82.121.4', family: 4 },
    { address: '::1', family: 6 },
  ])
  const all = await new Promise((resolve) => {
    lookup('x.example', { all: true }, (_error, addresses) => resolve(addresses))
  })
  expect(all).toEqual([{ address: '140.82.121.4', family: 4 }])
  const one = await new Promise((resolve) => {
    lookup('x.example', {}, (_error, address, family) => resolve([address, family]))
  })
  expect(one).toEqual(['140.82.121.4', 4])
})
