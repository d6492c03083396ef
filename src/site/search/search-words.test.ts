import { expect, test } from 'vitest'
import { ownerWords, queryWords, searchWords } from './search-words.ts'

test('drops what everybody says and keeps what tells servers apart', () => {
  expect(searchWords('An MCP server for Postgres, and the C++ tools of PostgreSQL: postgres!')).toEqual([
    'postgres',
    'c++',
    'postgresql',
  ])
})

test('a publisher is known by neither the domain nor the host that all share', () => {
  expect(ownerWords('io.github.acme-labs')).toEqual(['acme', 'labs'])
  expect(ownerWords('com.acme')).toEqual(['acme'])
  expect(ownerWords('io.github.github')).toEqual(['github'])
  expect(ownerWords('com.github')).toEqual(['github'])
})

test('a pasted name is looked for by its telling parts', () => {
  expect(queryWords('io.github.acme/weather-mcp')).toEqual(['acme', 'weather'])
  expect(queryWords(' io.github.acme radar')).toEqual(['acme', 'radar'])
  expect(queryWords('tcp/ip notes')).toEqual(['tcp', 'ip', 'notes'])
  expect(queryWords('mcp server')).toEqual([])
})
