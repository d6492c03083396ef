import { expect, test } from 'vitest'
import type { CatalogServer } from '../../catalog/catalog.ts'
import type { Status } from '../../model/status.ts'
import { unpackRow } from './result-fields.ts'
import { searchRecord } from './search-record.ts'

const UPDATED = 1_762_000_000_000_000

function server(
  more: { name?: string; title?: string; status?: Status; upstream?: string } = {},
): CatalogServer {
  const { name = 'io.github.acme/weather-mcp', title = 'Weather by Acme', status = 'active', upstream } = more
  const latest: CatalogServer['latest'] = {
    name,
    version: '1.2.0',
    server: {
      $schema: '',
      name,
      title,
      description: 'An MCP server for weather & radar #1 / 100 %',
      version: '1.2.0',
      packages: [
        { registryType: 'npm', identifier: '@acme/skycast', version: '1.2.0', transport: { type: 'stdio' } },
      ],
      remotes: [{ type: 'sse', url: 'https://acme.example/sse' }],
    },
    official: { status, statusChangedAt: 1e15, publishedAt: 1e15, updatedAt: UPDATED, isLatest: true },
    provenance: { ...(upstream && { upstream }) },
  }
  return { name, entries: [latest], latest }
}

test('indexes the telling words, the name above the rest', () => {
  const { content, meta, filters, sort } = searchRecord(server(), '/')
  expect(meta).toEqual({ title: 'weather acme' })
  expect(content).toBe('weather radar 1 100 acme skycast')
  expect(filters).toEqual({ type: ['remote', 'npm'], setup: ['no-key', 'sign-in'], trust: ['unproven'] })
  expect(sort).toEqual({ updated: '1762000000' })
})

test('a name of nothing but common words is found by its publisher', () => {
  expect(searchRecord(server({ name: 'com.acme/mcp-server', title: '' }), '/').meta.title).toBe('acme')
})

test('neighbouring words of a name are found as one', () => {
  expect(searchRecord(server({ name: 'com.acme/duck-duck-go' }), '/').content.split(' ')).toContain('duckgo')
})

test('only what is not the rule is in the lists of trust and status', () => {
  expect(searchRecord(server({ status: 'deprecated' }), '/').filters.status).toEqual(['deprecated'])
  expect(searchRecord(server({ upstream: 'https://up.example/' }), '/').filters.trust).toEqual(['mirrored'])
  const owner = { login: 'acme', proof: 'author', since: '2026-01-01' }
  expect(searchRecord({ ...server(), owner }, '/').filters).not.toHaveProperty('trust')
})

test('a result shows what the record was made of', () => {
  const { url, filters } = searchRecord(server(), '/registry/')
  expect(unpackRow(url, filters)).toEqual({
    name: 'io.github.acme/weather-mcp',
    description: 'An MCP server for weather & radar #1 / 100 %',
    version: '1.2.0',
    kinds: ['remote', 'npm'],
    status: 'active',
    day: UPDATED,
    href: '/registry/servers/io.github.acme/weather-mcp/',
  })
})
