import { expect, test } from 'vitest'
import { nameWords, ownerWords, searchWords } from './search-words.ts'

test('drops what everybody says and keeps what tells servers apart', () => {
  expect(searchWords('An MCP server for Postgres, and the C++ tools of PostgreSQL: postgres!')).toEqual([
    'postgres',
    'cplusplus',
  ])
})

test('a publisher is known by neither the domain nor the host that all share', () => {
  expect(ownerWords('io.github.acme-labs')).toEqual(['acme', 'labs'])
  expect(ownerWords('com.acme')).toEqual(['acme'])
  expect(ownerWords('io.github.github')).toEqual(['github'])
  expect(ownerWords('com.github')).toEqual(['github'])
})

test('scripts without spaces are taken apart in pairs', () => {
  expect(searchWords('天气预报 forecast')).toEqual(['天气', '气预', '预报', 'forecast'])
  expect(searchWords('リポジトリ')).toContain('ポジ')
})

test('a name in camel case is known whole and in parts', () => {
  expect(nameWords('openWeatherMap-mcp')).toEqual(['openweathermap', 'open', 'weather', 'map'])
  expect(nameWords('weather-map')).toEqual(['weather', 'map'])
})
