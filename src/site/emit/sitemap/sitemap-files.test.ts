import { expect, test } from 'vitest'
import { TEST_CONFIG } from '../../../../tests/support/make-catalog.ts'
import { BEGIN, catalogOf, DAY, makeServer } from '../../../../tests/support/make-server.ts'
import { parseXml, textOf } from '../../../../tests/support/parse-xml.ts'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { sitemapFiles } from './sitemap-files.ts'

/** The addresses in each sitemap, with their last changes. */
function sitemapsOf(servers: readonly CatalogServer[]): Map<string, Map<string, string | undefined>> {
  return new Map(
    [...sitemapFiles(catalogOf(servers), TEST_CONFIG)].map(({ path, body }) => {
      const items = parseXml(String(body)).children
      return [path, new Map(items.map((item) => [textOf(item, 'loc')!, textOf(item, 'lastmod')]))]
    }),
  )
}

const DELETED = { status: 'deleted' } as const

test('pages of servers and publishers have the times of their last changes', () => {
  const pages = sitemapsOf([
    makeServer('com.a/x', [{ day: 1, official: { updatedAt: BEGIN + 4 * DAY } }, { day: 3 }]),
    makeServer('com.a/y', [{ day: 2 }]),
  ]).get('sitemap-1.xml')!
  expect(pages.get('https://registry.example/servers/com.a/x/')).toBe('2026-11-05T00:00:00Z')
  expect(pages.get('https://registry.example/servers/com.a/x/versions/')).toBe('2026-11-05T00:00:00Z')
  expect(pages.has('https://registry.example/servers/com.a/y/versions/')).toBe(false)
  expect(pages.get('https://registry.example/servers/com.a/y/')).toBe('2026-11-03T00:00:00Z')
  expect(pages.get('https://registry.example/servers/com.a/')).toBe('2026-11-05T00:00:00Z')
  expect([...pages.keys()]).toEqual(
    expect.arrayContaining([
      'https://registry.example/',
      'https://registry.example/browse/',
      'https://registry.example/docs/api/',
      'https://registry.example/docs/rules/R101/',
    ]),
  )
})

test('every page without parameters is in it, the page for errors is not', () => {
  const pages = [...sitemapsOf([]).get('sitemap-1.xml')!.keys()]
  expect(pages).toEqual(
    expect.arrayContaining(['https://registry.example/feeds/', 'https://registry.example/search/']),
  )
  expect(pages.filter((address) => address.endsWith('/404/'))).toEqual([])
})

test('pages that ask not to be indexed are not in it', () => {
  const pages = sitemapsOf([
    makeServer('com.a/gone', [{ official: DELETED }]),
    makeServer('com.b/gone', [{ official: DELETED }]),
    makeServer('com.b/x'),
  ]).get('sitemap-1.xml')!
  expect([...pages.keys()].filter((address) => address.includes('/servers/'))).toEqual([
    'https://registry.example/servers/com.b/x/',
    'https://registry.example/servers/com.b/',
  ])
})

test('many addresses are in several files, and the index names them all', () => {
  const servers = Array.from({ length: 46_000 }, (_, index) => makeServer(`com.a${index % 100}/s${index}`))
  const sitemaps = sitemapsOf(servers)
  const addresses = [...sitemaps]
    .filter(([path]) => path !== 'sitemap-index.xml')
    .flatMap(([, pages]) => [...pages.keys()])
  expect([...sitemaps.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-index.xml'])
  expect([...sitemaps.get('sitemap-index.xml')!]).toEqual([
    ['https://registry.example/sitemap-1.xml', '2026-11-01T00:00:00Z'],
    ['https://registry.example/sitemap-2.xml', '2026-11-01T00:00:00Z'],
  ])
  expect(sitemaps.get('sitemap-1.xml')!.size).toBe(45_000)
  expect(new Set(addresses).size).toBe(addresses.length)
  expect(addresses.filter((address) => /\/servers\/.*\/.*\//.test(address))).toHaveLength(46_000)
})
