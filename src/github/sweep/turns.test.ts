import { expect, test } from 'vitest'
import { turnOf } from './turns.ts'

const DAY = 24 * 60 * 60 * 1000
const names = Array.from({ length: 1000 }, (_, i) => `io.github.user-${i}`)

function tonight(items: string[], night: number, always = new Set<string>()): string[] {
  return turnOf(items, (name) => name, 100, night * DAY, always)
}

test('few are all looked at every night', () => {
  expect(tonight(names.slice(0, 100), 1)).toHaveLength(100)
})

test('of many each gets its turn once in a round', () => {
  const round = Array.from({ length: 10 }, (_, night) => tonight(names, 20_000 + night))
  expect(round.flat().sort()).toEqual([...names].sort())
  expect(Math.max(...round.map(({ length }) => length))).toBeLessThan(150)
  expect(tonight(names, 20_010)).toEqual(round[0])
})

test('what is known to be wrong is looked at every night', () => {
  const always = new Set(names.slice(0, 5))
  for (let night = 0; night < 10; night++)
    expect(tonight(names, night, always)).toEqual(expect.arrayContaining([...always]))
})
