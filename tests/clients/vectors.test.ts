import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtFiles } from '../support/memory-assets.ts'
import { makeCatalog, TEST_CONFIG } from '../support/make-catalog.ts'
import { pagesTarget } from '../support/targets.ts'
import type { Target } from './target.ts'
import { clientVectors } from './vectors.ts'

const dist = mkdtempSync(join(tmpdir(), 'vectors-'))

beforeAll(() => {
  const catalog = makeCatalog([
    { name: 'com.example/a', version: '1.0.0', publishedAt: 1_760_000_000 },
    { name: 'com.example/a', version: '2.0.0', publishedAt: 1_760_000_100 },
    { name: 'com.example/b', version: '1.0.0', publishedAt: 1_760_000_200 },
  ])
  for (const { server } of catalog.servers.flatMap(({ entries }) => entries)) {
    server.remotes = [{ type: 'sse', url: 'https://mcp.example.com/sse' }]
  }
  for (const [path, bytes] of builtFiles(catalog, TEST_CONFIG)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), bytes)
  }
})

afterAll(() => rmSync(dist, { recursive: true, force: true }))

interface Fault {
  fault: string
  /** The vectors that must notice. */
  noticedBy: number[]
  where: RegExp
  breaks(response: Response, body: string): Response
}

const withBody = ({ status, headers }: Response, body: string): Response =>
  new Response(body, { status, headers })
const LIST = /^\/v0(\.1)?\/servers(\?|$)/

const FAULTS: Fault[] = [
  {
    fault: 'a cursor on a plain host',
    noticedBy: [1, 4],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replace('"count"', '"nextCursor":"x","count"')),
  },
  {
    fault: 'a list without metadata',
    noticedBy: [1],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replace(/,"metadata":\{[^}]*\}/, '')),
  },
  {
    fault: 'entries without official metadata',
    noticedBy: [1, 5, 19],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replaceAll(/"io\.[^"]+\/official":/g, '"other":')),
  },
  {
    fault: 'a null',
    noticedBy: [18, 19],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replace('"isLatest":true', '"isLatest":null')),
  },
  {
    fault: 'a remote type that Xcode does not know',
    noticedBy: [1, 5],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replace('"type":"sse"', '"type":"http"')),
  },
  {
    fault: 'a server twice',
    noticedBy: [6],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replaceAll('com.example/b"', 'com.example/A"')),
  },
  {
    fault: 'a list that is not what the look-up says',
    noticedBy: [7],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replace('Describes', 'Tells')),
  },
  {
    fault: 'markup',
    noticedBy: [20],
    where: LIST,
    breaks: (response, body) => withBody(response, body.replaceAll('\\u003c', '<')),
  },
  {
    fault: 'a byte order mark',
    noticedBy: [1, 20],
    where: LIST,
    breaks: (response, body) => withBody(response, `\uFEFF${body}`),
  },
  {
    fault: 'a version missing',
    noticedBy: [8],
    where: /\/versions\/1\.0\.0$/,
    breaks: ({ headers }) => new Response('', { status: 404, headers }),
  },
  {
    fault: 'a page for everything that is not there',
    noticedBy: [11],
    where: /does-not-exist/,
    breaks: ({ headers }) => new Response('<html>', { headers }),
  },
  {
    fault: 'a 403 for what is not there',
    noticedBy: [11],
    where: /does-not-exist/,
    breaks: ({ headers }) => new Response('', { status: 403, headers }),
  },
  {
    fault: 'a 404 that other origins cannot read',
    noticedBy: [11, 13],
    where: /does-not-exist/,
    breaks: () => new Response('', { status: 404 }),
  },
  {
    fault: 'a host that rejects %2f',
    noticedBy: [12],
    where: /%2f/,
    breaks: ({ headers }) => new Response('', { status: 400, headers }),
  },
  {
    fault: 'a redirect',
    noticedBy: [14],
    where: /^\/v0\.1\/servers\?limit=1$/,
    breaks: ({ headers }) =>
      new Response('', {
        status: 301,
        headers: { ...Object.fromEntries(headers), location: '/v0.1/servers' },
      }),
  },
  {
    fault: 'no /v0',
    noticedBy: [15],
    where: /^\/v0\//,
    breaks: ({ headers }) => new Response('', { status: 404, headers }),
  },
  {
    fault: 'another version in openapi.yaml',
    noticedBy: [16],
    where: /openapi/,
    breaks: (response, body) => withBody(response, body.replace("version: '1.0.0'", "version: '1.1.0'")),
  },
  {
    fault: 'a file that ToolHive cannot read',
    noticedBy: [17],
    where: /registry\.json/,
    breaks: (response, body) => withBody(response, body.replace('"last_updated"', '"updated"')),
  },
  {
    fault: 'a slash in a name of the Kiro file',
    noticedBy: [21],
    where: /kiro/,
    breaks: (response, body) => withBody(response, body.replace('com.example_', 'com.example/')),
  },
]

function broken({ where, breaks }: Fault): Target {
  const sound = pagesTarget(dist, 'html-first')
  return {
    ...sound,
    async fetch(path, init) {
      const response = await sound.fetch(path, init)
      return where.test(path) ? breaks(response, await response.text()) : response
    },
  }
}

test.each(FAULTS)('$fault is noticed', async (fault) => {
  const noticed = await failing(broken(fault))
  expect(fault.noticedBy.filter((number) => !noticed.includes(number))).toEqual([])
})

test('a sound registry breaks nothing', async () => {
  expect(await failing(pagesTarget(dist, 'html-first'))).toEqual([])
})

test('an empty registry breaks nothing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'vectors-'))
  for (const [path, bytes] of builtFiles(makeCatalog([]), TEST_CONFIG)) {
    mkdirSync(dirname(join(empty, path)), { recursive: true })
    writeFileSync(join(empty, path), bytes)
  }
  expect(await failing(pagesTarget(empty, 'folder-first'))).toEqual([])
  rmSync(empty, { recursive: true, force: true })
})

async function failing(target: Target): Promise<number[]> {
  const numbers: number[] = []
  for (const { number, check } of clientVectors()) {
    await check(target).catch(() => numbers.push(number))
  }
  return numbers
}
