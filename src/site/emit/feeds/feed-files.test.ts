import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileServer } from '../../../../tests/support/hostile-server.ts'
import { TEST_CONFIG } from '../../../../tests/support/make-catalog.ts'
import { BEGIN, catalogOf, DAY, makeServer } from '../../../../tests/support/make-server.ts'
import { childrenOf, parseXml, skeletonOf, textOf } from '../../../../tests/support/parse-xml.ts'
import type { CatalogServer } from '../../../catalog/catalog.ts'
import { feedFiles } from './feed-files.ts'

const SITE = 'https://registry.example'
const npm = { registryType: 'npm', identifier: 'x', version: '1.0.0', transport: { type: 'stdio' } }

function feedsOf(servers: readonly CatalogServer[]): Map<string, string> {
  return new Map(
    [...feedFiles(catalogOf(servers), TEST_CONFIG, () => false)].map(({ path, body }) => [
      path,
      String(body),
    ]),
  )
}

function entriesOf(feeds: Map<string, string>, path: string) {
  return childrenOf(parseXml(feeds.get(path)!), 'entry').map((entry) => ({
    id: textOf(entry, 'id'),
    title: textOf(entry, 'title'),
    summary: textOf(entry, 'summary'),
    updated: textOf(entry, 'updated'),
    json: childrenOf(entry, 'link').find(({ attributes }) => attributes.type === 'application/json')
      ?.attributes.href,
  }))
}

test('a feed reads like this', async () => {
  const old = makeServer('com.acme/old', [{}], {})
  const feeds = feedsOf([
    makeServer('com.acme/weather', [
      { server: { packages: [npm] } },
      {
        server: {
          packages: [
            { ...npm, environmentVariables: [{ name: 'ACME_TOKEN', isRequired: true, isSecret: true }] },
          ],
        },
      },
    ]),
    makeServer('com.acme/gone', [
      {
        day: 1,
        official: { status: 'deleted', statusChangedAt: BEGIN + 9 * DAY, statusMessage: 'Nobody used it.' },
      },
    ]),
    old,
  ])
  await expect(feeds.get('servers/com.acme/feed.xml')).toMatchFileSnapshot('golden/publisher.golden.xml')
  await expect(feeds.get('feed.xml')).toMatchFileSnapshot('golden/new.golden.xml')
})

test('new servers come by their first version, changed ones by their last change', () => {
  const feeds = feedsOf([
    makeServer('com.a/first', [{ day: 0 }, { day: 9 }]),
    makeServer('com.b/second', [{ day: 3 }]),
    makeServer('com.c/gone', [{ day: 1, official: { status: 'deleted', statusChangedAt: BEGIN + 5 * DAY } }]),
  ])
  expect(entriesOf(feeds, 'feed.xml').map(({ id }) => id)).toEqual([
    `${SITE}/servers/com.b/second/`,
    `${SITE}/servers/com.a/first/`,
  ])
  expect(entriesOf(feeds, 'feed/updated.xml').map(({ title }) => title)).toEqual([
    'com.a/first 2.0.0',
    'com.c/gone 1.0.0 (deleted)',
    'com.b/second 1.0.0',
  ])
})

test('a version keeps its identity when its state changes, and a deleted one has no document', () => {
  const [before] = entriesOf(feedsOf([makeServer('com.a/x')]), 'servers/com.a/x/feed.xml')
  const gone = { status: 'deleted', statusChangedAt: BEGIN + DAY, statusMessage: 'Broken' } as const
  const [after] = entriesOf(
    feedsOf([makeServer('com.a/x', [{ official: gone }])]),
    'servers/com.a/x/feed.xml',
  )
  expect(after).toMatchObject({
    id: before!.id,
    updated: '2026-11-02T00:00:00Z',
    summary: 'Deleted by the publisher, 2 Nov 2026. Broken.',
  })
  expect([before!.json, after!.json]).toEqual([`${SITE}/v0.1/servers/com.a%2Fx/versions/1.0.0`, undefined])
})

test('a version that is overtaken is no news', () => {
  const overtaken = { day: 0, official: { updatedAt: BEGIN + 3 * DAY } }
  const feeds = feedsOf([makeServer('com.a/x', [overtaken, { day: 3 }])])
  expect(entriesOf(feeds, 'servers/com.a/x/feed.xml').map(({ updated }) => updated)).toEqual([
    '2026-11-04T00:00:00Z',
    '2026-11-01T00:00:00Z',
  ])
})

test('feeds end after 50 entries, and a publisher has three of them where many publish', () => {
  const bulk = Array.from({ length: 60 }, (_, index) =>
    makeServer(`com.bulk/s${index}`, [{ day: 100 + index }]),
  )
  const others = Array.from({ length: 60 }, (_, index) => makeServer(`com.other${index}/x`, [{ day: index }]))
  const many = Array.from({ length: 60 }, (_, index) => ({ version: `1.${index}.0` }))
  const feeds = feedsOf([...bulk, ...others, makeServer('com.many/x', many)])
  for (const path of ['feed.xml', 'feed/updated.xml']) {
    const entries = entriesOf(feeds, path)
    expect(entries).toHaveLength(50)
    expect(entries.filter(({ id }) => id!.includes('/com.bulk/'))).toHaveLength(3)
  }
  expect(entriesOf(feeds, 'servers/com.bulk/feed.xml')).toHaveLength(50)
  expect(entriesOf(feeds, 'servers/com.many/x/feed.xml')[0]!.title).toBe('com.many/x 1.59.0')
})

test('each kind has a feed, though nobody offers it', () => {
  const feeds = feedsOf([makeServer('com.a/x', [{ server: { packages: [npm] } }]), makeServer('com.b/y')])
  expect(entriesOf(feeds, 'feed/type/npm.xml')).toHaveLength(1)
  expect(entriesOf(feeds, 'feed/type/cargo.xml')).toEqual([])
  expect(entriesOf(feedsOf([]), 'feed.xml')).toEqual([])
})

test('whatever publishers write, a feed is well-formed and has no element of theirs', () => {
  const ENTRY =
    /^entry\(id\(\) title\(\) updated\(\) published\(\)( author\(name\(\) uri\(\)\))?( link@rel@type@href\(\)){1,2}( category@term\(\))* summary\(\)\)$/
  fc.assert(
    fc.property(hostileServer, (server) => {
      for (const [path, text] of feedsOf([server])) {
        const feed = parseXml(text)
        for (const entry of childrenOf(feed, 'entry')) {
          expect(skeletonOf(entry), path).toMatch(ENTRY)
          for (const { attributes } of childrenOf(entry, 'link'))
            expect(attributes.href).toMatch(/^https:\/\/registry\.example\//)
        }
      }
    }),
  )
})

test('the order in which servers are given makes no difference', () => {
  const servers = [
    makeServer('com.a/x', [{ day: 1 }]),
    makeServer('com.a/y', [{ day: 1 }]),
    makeServer('com.b/z', [{ day: 1 }]),
  ]
  expect(feedsOf(servers.toReversed())).toEqual(feedsOf(servers))
})
