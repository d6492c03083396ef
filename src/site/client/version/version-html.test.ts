import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileServer } from '../../../../tests/support/hostile-server.ts'
import { makeServer } from '../../../../tests/support/make-server.ts'
import { publishedOf } from '../../../../tests/support/published.ts'
import { neighboursHtml } from './neighbours.ts'
import { versionHtml } from './version-html.ts'

test('an old version leads to the latest, and to what changed since', () => {
  const [latest, old] = publishedOf(makeServer('aa.b/cc', [{}, {}]))
  expect(versionHtml(old!, '2.0.0', '/base/')).toContain(
    '<p class="place">This is <b class="version">1.<wbr>0.<wbr>0</b>. The latest is ' +
      '<a class="version" href="/base/servers/aa.b/cc/">2.<wbr>0.<wbr>0 →</a> ' +
      '<a href="/base/servers/aa.b/cc/versions/?from=1.0.0&#38;to=2.0.0" data-key="d">What changed since</a></p>',
  )
  expect(versionHtml(latest!, '2.0.0', '/')).toContain('the latest version. <a href="/servers/aa.b/cc/">')
})

test('the maintainers’ decision is told with its reason, its case and the server to use instead', () => {
  const [removed] = publishedOf(
    makeServer('aa.b/cc', [
      {
        movedTo: 'aa.b/dd',
        official: { status: 'deleted', statusMessage: 'It stole tokens.' },
        moderation: {
          status: 'deleted',
          reason: 'malware',
          message: 'It stole tokens.',
          case: 'https://c.example/1',
        },
      },
    ]),
  )
  const html = versionHtml(removed!, undefined, '/')
  for (const text of [
    'Removed by the registry',
    'malware',
    'It stole tokens.',
    'https://c.example/1',
    '/servers/aa.b/dd/',
  ])
    expect(html).toContain(text)
  expect(html).not.toContain('class="facts"')
})

test('neighbours go by number, and the last has one only', () => {
  const all = publishedOf(
    makeServer('aa.b/cc', [{ version: '1.9.0' }, { version: '1.10.0' }, { version: '1.8.0' }]),
  )
  expect(neighboursHtml('1.9.0', all, '/').replaceAll('<wbr>', '')).toBe(
    '<a href="/version/?server=aa.b/cc&#38;version=1.8.0" data-key="[">← 1.8.0</a>' +
      '<a href="/version/?server=aa.b/cc&#38;version=1.10.0" data-key="]">1.10.0 →</a>',
  )
  expect(neighboursHtml('1.10.0', all, '/')).not.toContain('data-key="]"')
  expect(neighboursHtml('7', all, '/')).toBe('')
})

test('what publishers write becomes no element and no link', () => {
  fc.assert(
    fc.property(hostileServer, (server) => {
      const all = publishedOf(server)
      const html = versionHtml(all.at(-1)!, all[0]!.server.version, '/') + neighboursHtml('1.0.0', all, '/')
      const tags = new Set(html.match(/<\/?[a-z!?][^ >]*/g)?.map((tag) => tag.replace('/', '')))
      const known = /^<(header|nav|span|div|svg|path|h1|h2|p|a|b|i|time|ul|li|strong|section|pre|code|wbr)$/
      expect([...tags].filter((tag) => !known.test(tag))).toEqual([])
      for (const [, address] of html.matchAll(/ href="([^"]*)"/g))
        expect(address).toMatch(/^(\/(?!\/)|https:\/\/)/)
    }),
  )
})
