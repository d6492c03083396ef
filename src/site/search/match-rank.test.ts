import { expect, test } from 'vitest'
import { matchRank } from './match-rank.ts'
import { readQuery } from './query.ts'
import { searchWords } from './search-words.ts'

const rank = (typed: string, name: string, title = '') =>
  matchRank(readQuery(typed), { name, titleWords: searchWords(`${name.split('/')[1]} ${title}`) })

test('names come in the order in which they are likely to be meant', () => {
  const names = [
    'com.github/github-mcp-server',
    'io.github.acme/github',
    'io.github.acme/github-actions',
    'io.github.acme/my-github',
    'com.github/copilot',
    'io.github.acme/notes',
  ]
  const ranks = names.map((name) => rank('github', name))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect(new Set(ranks).size).toBe(names.length)
})

test('the whole name beats everything, in any case of letters', () => {
  expect(rank('IO.GitHub.acme/Weather', 'io.github.acme/weather')).toBe(0)
  expect(rank('mcp-weather', 'io.github.acme/mcp-weather')).toBeLessThan(
    rank('mcp-weather', 'com.weather/mcp'),
  )
})

test('the order of words and their number hardly matter', () => {
  expect(rank('maps google', 'com.acme/google-maps')).toBeLessThan(
    rank('maps google', 'com.acme/google-maps-pro'),
  )
  expect(rank('memories', 'com.acme/memory')).toBe(rank('memory', 'com.acme/memory'))
})
