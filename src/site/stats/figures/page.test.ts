import { beforeAll, expect, test } from 'vitest'
import { BEGIN, makeServer } from '../../../../tests/support/make-server.ts'
import { parseXml, textOf, childrenOf } from '../../../../tests/support/parse-xml.ts'
import { shareRegistry, type OpenRegistry } from '../../shared-registry.ts'
import { growthSparkline } from '../charts/sparkline.ts'
import { figureHtml } from '../figure-html.ts'
import { figuresOf } from './figures.ts'

beforeAll(() => shareRegistry({ config: { base: '/registry/' } } as OpenRegistry))

const remote = { remotes: [{ type: 'streamable-http', url: 'https://acme.example/mcp' }] }
const npm = { packages: [{ registryType: 'npm', identifier: 'x', transport: { type: 'stdio' } }] }
const SERVERS = [
  makeServer('com.acme/one', [
    { day: 0, server: remote },
    { day: 1, server: remote },
  ]),
  makeServer('com.acme/two', [{ day: 2, server: remote }]),
  makeServer('io.github.eve/three', [{ day: 3, server: npm }]),
  makeServer('io.github.eve/gone', [{ day: 3, server: npm, official: { status: 'deleted' } }]),
]

test('each figure says what its numbers mean', () => {
  expect(
    figuresOf(SERVERS)
      .map(({ id, finding }) => `${id}: ${finding}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "growth: Half of 3 servers have come since 3 Nov 2026.
    version-growth: 3 servers have 4 versions.
    publications: 1 version came on 1 Nov 2026, the most on a day.
    versions: 2 of 3 servers have 1 version.
    kinds: 2 of 3 servers are reached over the network.
    transports: 2 of 3 servers speak streamable HTTP.
    setups: 2 of 3 servers may ask to sign in.
    statuses: 3 of 4 servers are active.
    publisher-sizes: 1 of 2 publishers has 1 server.
    publishers: 3 servers are by 2 publishers."
  `)
  expect(
    figuresOf(SERVERS.slice(1, 2))
      .map(({ id, finding }) => `${id}: ${finding}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "growth: The only server came on 3 Nov 2026.
    version-growth: 1 server has 1 version.
    publications: 1 version came on 3 Nov 2026.
    versions: The only server has 1 version.
    kinds: The only server is reached over the network.
    transports: The only server speaks streamable HTTP.
    setups: The only server may ask to sign in.
    statuses: The only server is active.
    publisher-sizes: The only publisher has 1 server.
    publishers: 1 server is by 1 publisher."
  `)
})

test('a registry in which nothing lives has no figures', () => {
  expect(figuresOf([])).toEqual([])
  expect(figuresOf(SERVERS.slice(3))).toEqual([])
  expect(growthSparkline([])).toBe('')
})

test('figures read like this', async () => {
  const html = figuresOf(SERVERS)
    .map((figure) => figureHtml(figure, BEGIN))
    .join('\n')
  await expect(
    html.replaceAll(/(?=<(?:section|h2|svg|path|text|details|table|tr|p)\b)/g, '\n'),
  ).toMatchFileSnapshot('../golden/figures.golden.html')
})

test('a chart says in words what it shows', () => {
  const charts = figuresOf(SERVERS).flatMap(({ chart }) => chart ?? [])
  expect(charts).toHaveLength(5)
  for (const chart of charts) {
    const svg = parseXml(chart)
    const ids = childrenOf(svg, 'title')
      .concat(childrenOf(svg, 'desc'))
      .map(({ attributes }) => attributes.id)
    expect(svg.attributes['aria-labelledby']).toBe(ids.join(' '))
    expect(textOf(svg, 'title')).not.toBe('')
    expect(textOf(svg, 'desc')).not.toBe('')
    expect(chart).not.toContain('style=')
  }
})

test('what a publisher is called is text, whatever it is', () => {
  const [server] = SERVERS
  const html = figuresOf([{ ...server!, name: '"><script>x</script>/one' }])
    .map((figure) => figureHtml(figure, BEGIN))
    .join('')
  expect(html).not.toContain('<script')
})
