import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../../tests/support/hostile-text.ts'
import { TEST_CONFIG } from '../../../../tests/support/make-catalog.ts'
import { catalogOf, makeServer } from '../../../../tests/support/make-server.ts'
import { markdownSkeleton } from '../../../../tests/support/markdown-skeleton.ts'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { indexFiles } from './index-files.ts'

function pagesOf(servers: readonly CatalogServer[]): Map<string, string> {
  return new Map(
    [...indexFiles(catalogOf(servers), TEST_CONFIG)].map(({ path, body }) => [path, String(body)]),
  )
}

test('servers stand under the first letter of the last part of their names, deleted ones nowhere', () => {
  const pages = pagesOf([
    makeServer('com.b/apple', [{ server: { remotes: [{ type: 'sse', url: 'https://a.example/' }] } }]),
    makeServer('com.a/7zip', [{ official: { status: 'deprecated' } }]),
    makeServer('com.a/Ant'),
    makeServer('com.a/bee', [{ official: { status: 'deleted' } }]),
  ])
  expect([...pages.keys()].sort()).toEqual(['browse/0.md', 'browse/a.md', 'browse/index.md'])
  expect(pages.get('browse/a.md')!.split('\n').slice(4)).toEqual([
    '- [`com.a/Ant`](https://registry.example/servers/com.a/Ant/index.md) (nothing to install): `Describes com.a/Ant.`',
    '- [`com.b/apple`](https://registry.example/servers/com.b/apple/index.md) (remote): `Describes com.b/apple.`',
    '',
  ])
  expect(pages.get('browse/0.md')).toContain('(deprecated)')
  expect(markdownSkeleton(pages.get('browse/index.md')!).links).toEqual([
    'https://registry.example/browse/0.md',
    'https://registry.example/browse/a.md',
  ])
})

test('a letter of many servers has several pages', () => {
  const pages = pagesOf(Array.from({ length: 501 }, (_, index) => makeServer(`com.a/s${index}`)))
  expect(markdownSkeleton(pages.get('browse/s.md')!).links).toHaveLength(500)
  expect(markdownSkeleton(pages.get('browse/s-2.md')!).links).toHaveLength(1)
})

test('whatever a description holds, it is code', () => {
  fc.assert(
    fc.property(hostileText, (description) => {
      const page = pagesOf([makeServer('com.a/x', [{ server: { description } }])]).get('browse/x.md')!
      const { headings, links, tags, html, prose } = markdownSkeleton(page)
      expect(headings).toEqual(['h1 Servers: X'])
      expect(links).toEqual(['https://registry.example/servers/com.a/x/index.md'])
      expect([...tags].sort()).toEqual(['code', 'li', 'p', 'ul'])
      expect(html).toEqual([])
      expect(prose).not.toMatch(/evil|instructions\b(?!\.)|:\/\//)
    }),
  )
})
