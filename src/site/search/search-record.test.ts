import { expect, test } from 'vitest'
import { unpackRow } from './result-fields.ts'
import { searchRecord } from './search-record.ts'
import type { ServerRow } from '../lists/server-row.ts'

const row: ServerRow = {
  name: 'io.github.acme/weather-mcp',
  title: 'Weather by Acme',
  description: 'An MCP server for weather & radar #1 / 100 %',
  version: '1.2.0',
  kinds: ['remote', 'npm'],
  setups: ['no-key'],
  status: 'active',
  publishedAt: 1e15,
  updatedAt: 1_762_000_000_000_000,
  since: 1e15,
}

test('indexes the telling words, the name above the rest', () => {
  const { content, meta, filters, sort } = searchRecord(row, '/')
  expect(meta).toEqual({ title: 'weather acme' })
  expect(content).toBe('weather radar #1 100 acme')
  expect(filters).toEqual({ type: ['remote', 'npm'], setup: ['no-key'] })
  expect(sort).toEqual({ updated: '1762000000' })
})

test('a name of nothing but common words is found by its publisher', () => {
  expect(searchRecord({ ...row, name: 'com.acme/mcp-server', title: '' }, '/').meta.title).toBe('acme')
})

test('a deprecated server says so', () => {
  expect(searchRecord({ ...row, status: 'deprecated' }, '/').filters.status).toEqual(['deprecated'])
})

test('a result shows what the record was made of', () => {
  const { url, filters } = searchRecord(row, '/registry/')
  expect(unpackRow(url, filters)).toEqual({
    name: row.name,
    description: row.description,
    version: '1.2.0',
    kinds: ['remote', 'npm'],
    status: 'active',
    day: row.updatedAt,
    href: '/registry/servers/io.github.acme/weather-mcp/',
  })
})
