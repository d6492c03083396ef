import { describe, expect, test } from 'vitest'
import { clueFromAddress } from './address.ts'
import type { Fetch } from './ask.ts'
import { clueFromImage } from './image.ts'
import { LookupError } from './lookup-error.ts'
import { clueFromNpm } from './npm.ts'
import { clueFromOfficial } from './official.ts'
import { clueFromPypi } from './pypi.ts'
import { clueFromText } from './text.ts'
import { clueFromUrl } from './url.ts'

const NPM = 'https://npm.example/mirror/'
const MCP = 'https://mcp.acme.com/mcp'
const WEATHER = {
  name: '@acme/weather-mcp',
  version: '1.4.0',
  mcpName: 'io.github.acme/weather',
  bin: 'index.js',
}
const INFO = {
  name: 'weather',
  version: '2.0.0',
  summary: 'Weather\n in Python',
  description: '<!-- mcp-name: io.github.acme/py -->',
}
const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  result: { protocolVersion: '2025-06-18', serverInfo: { name: 'w', title: 'Weather', version: '3.1.0' } },
}

type Answer = Response | Error

/** Answers with what it is given, and keeps what it was asked. */
function web(answer: Answer | (() => Answer)): { fetch: Fetch; asked: Request[] } {
  const asked: Request[] = []
  const fetch: Fetch = async (input, init) => {
    asked.push(new Request(input, init))
    const given = typeof answer === 'function' ? answer() : answer
    if (given instanceof Error) throw given
    return given
  }
  return { fetch, asked }
}

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)
const nothing = () => new Response('Not Found', { status: 404, headers: { 'content-type': 'text/html' } })

describe('npm', () => {
  test('is asked for the newest version, by a path of the registry', async () => {
    const { fetch, asked } = web(json(WEATHER))
    const clue = await clueFromNpm(' @acme/weather-mcp ', NPM, fetch)
    expect(asked[0]!.url).toBe('https://npm.example/mirror/@acme%2Fweather-mcp/latest')
    expect(clue).toMatchObject({ source: 'npm', says: '@acme/weather-mcp 1.4.0 (npm)', warnings: [] })
    expect(clue.server).toMatchObject({
      name: 'io.github.acme/weather',
      packages: [{ identifier: '@acme/weather-mcp' }],
    })
  })

  test('is asked for the version that is named', async () => {
    const { fetch, asked } = web(json(WEATHER))
    await clueFromNpm('weather@1.0.0-beta.1', NPM, fetch)
    expect(asked[0]!.url).toBe('https://npm.example/mirror/weather/1.0.0-beta.1')
  })

  test('tells of a deprecation, without what it hides', async () => {
    const { fetch } = web(json({ ...WEATHER, deprecated: 'use \u001b[31mother' }))
    expect((await clueFromNpm('weather', NPM, fetch)).warnings).toEqual([
      'npm says that it is deprecated: use \\u{1b}[31mother',
    ])
  })
})

test('PyPI gives summary, name in the README and version', async () => {
  const { fetch, asked } = web(json({ info: INFO }))
  const clue = await clueFromPypi('weather==2.0.0', fetch)
  expect(asked[0]!.url).toBe('https://pypi.org/pypi/weather/2.0.0/json')
  expect(clue.server).toEqual({
    name: 'io.github.acme/py',
    description: 'Weather in Python',
    version: '2.0.0',
    packages: [
      { registryType: 'pypi', identifier: 'weather', version: '2.0.0', transport: { type: 'stdio' } },
    ],
  })
})

describe('an image', () => {
  test('is named in full, and of the owner on GitHub where it is there', () => {
    expect(clueFromImage('ghcr.io/acme/tools/weather:v1.2.0').server).toMatchObject({
      name: 'io.github.acme/weather',
      version: '1.2.0',
      packages: [{ registryType: 'oci', identifier: 'ghcr.io/acme/tools/weather:v1.2.0' }],
    })
    expect(clueFromImage('acme/weather:stable').server).toEqual({
      packages: [
        { registryType: 'oci', identifier: 'docker.io/acme/weather:stable', transport: { type: 'stdio' } },
      ],
    })
  })

  test('without a tag would be another one tomorrow', () => {
    expect(clueFromImage('acme/weather').warnings).toHaveLength(1)
    expect(clueFromImage(`acme/weather@sha256:${'a'.repeat(64)}`).warnings).toEqual([])
  })

  test('where nobody can check it is refused', () => {
    const { server, refusal } = clueFromImage('quay.io/acme/weather:1.0.0')
    expect(server.packages).toBeUndefined()
    expect(refusal?.saw).toContain('quay.io')
  })
})

describe('an address', () => {
  const stream = (...chunks: string[]) =>
    new ReadableStream({
      start: (controller) => chunks.forEach((chunk) => controller.enqueue(new TextEncoder().encode(chunk))),
    })
  const events = { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }

  test('is greeted as a client does, and tells about itself', async () => {
    const { fetch, asked } = web(json(HELLO))
    const clue = await clueFromUrl(MCP, fetch)
    expect(asked[0]!.method).toBe('POST')
    expect(await asked[0]!.json()).toMatchObject({ method: 'initialize' })
    expect(clue.says).toBe(`${MCP} (streamable-http), no sign-in`)
    expect(clue.server).toEqual({
      title: 'Weather',
      version: '3.1.0',
      remotes: [{ type: 'streamable-http', url: MCP }],
    })
  })

  test('may answer by a stream that stays open', async () => {
    const text = `: hi\r\n\r\nevent: message\r\ndata: ${JSON.stringify(HELLO)}\r\n\r\n`
    const { fetch } = web(new Response(stream(text.slice(0, 40), text.slice(40)), events))
    expect((await clueFromUrl(MCP, fetch)).server.version).toBe('3.1.0')
  })

  test('of the old transport only has to begin its stream', async () => {
    const { fetch, asked } = web(new Response(stream('event: endpoint\n'), events))
    const clue = await clueFromUrl('https://mcp.acme.com/sse', fetch)
    expect(asked[0]!.method).toBe('GET')
    expect(clue.server.remotes).toEqual([{ type: 'sse', url: 'https://mcp.acme.com/sse' }])
  })

  test('may want a sign-in, of which it should tell the way', async () => {
    const oauth = new Response('', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer resource_metadata="x"' },
    })
    expect(await clueFromUrl(MCP, web(oauth).fetch)).toMatchObject({
      says: `${MCP} (streamable-http), needs sign-in`,
      warnings: [],
    })
    const refused = await clueFromUrl(MCP, web(new Response('', { status: 401 })).fetch)
    expect(refused.warnings).toHaveLength(1)
  })

  test('with variables is not asked, since nobody knows their values', async () => {
    const { fetch, asked } = web(new Error('asked'))
    const clue = await clueFromUrl('https://{tenant}.acme.com/mcp', fetch)
    expect(asked).toEqual([])
    expect(clue.server.remotes![0]!.variables).toEqual({ tenant: { isRequired: true } })
  })
})

test('the official registry gives what it lists, or nothing', async () => {
  const listed = {
    server: { name: 'io.github.acme/weather', description: 'Weather', version: '1.0.0', _meta: { x: 1 } },
    _meta: {},
  }
  const { fetch, asked } = web(json(listed))
  const clue = await clueFromOfficial('io.github.acme/weather', fetch)
  expect(asked[0]!.url).toMatch(/\/v0\.1\/servers\/io\.github\.acme%2Fweather\/versions\/latest$/)
  expect(clue).toMatchObject({ isWhole: true, server: { name: 'io.github.acme/weather' } })
  expect(clue!.server).not.toHaveProperty('_meta')
  expect(await clueFromOfficial('io.github.acme/weather', web(nothing).fetch)).toBeUndefined()
})

test('an endless answer is not read to its end', async () => {
  const endless = new Response(
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(2 ** 20)) }),
  )
  await expect(clueFromNpm('weather', NPM, web(endless).fetch)).rejects.toThrow(/more than 4 MiB/)
})

const FAILURES: [string, () => unknown][] = [
  ['npm, a name that is none', () => clueFromNpm('we ather', NPM, web(nothing).fetch)],
  ['npm, no package', () => clueFromNpm('wether', NPM, web(nothing).fetch)],
  ['npm, no version', () => clueFromNpm('weather@9.9.9', NPM, web(nothing).fetch)],
  ['npm, down', () => clueFromNpm('weather', NPM, web(new Response('', { status: 503 })).fetch)],
  ['npm, a page of a proxy', () => clueFromNpm('weather', NPM, web(new Response('<html>')).fetch)],
  ['npm, unreachable', () => clueFromNpm('weather', NPM, web(new TypeError('fetch failed')).fetch)],
  ['npm, slow', () => clueFromNpm('weather', NPM, web(new DOMException('late', 'TimeoutError')).fetch)],
  ['PyPI, a name that is none', () => clueFromPypi('../simple', web(nothing).fetch)],
  ['PyPI, no project', () => clueFromPypi('wether', web(nothing).fetch)],
  ['PyPI, no release', () => clueFromPypi('weather==9.9', web(nothing).fetch)],
  ['image, none', () => clueFromImage('https://ghcr.io/acme/weather')],
  ['address, http', () => clueFromAddress('http://mcp.acme.com/mcp')],
  ['address, of this machine', () => clueFromAddress('https://127.0.0.1/mcp')],
  ['address, of a private network', () => clueFromAddress('https://10.0.0.5/mcp')],
  ['address, with a password', () => clueFromAddress('https://me:secret@mcp.acme.com/mcp')],
  ['address, no MCP server', () => clueFromUrl(MCP, web(nothing).fetch)],
  ['address, a web page', () => clueFromUrl(MCP, web(new Response('<html>')).fetch)],
  ['address, down', () => clueFromUrl(MCP, web(new Response('', { status: 502 })).fetch)],
  [
    'address, moved',
    () => clueFromUrl(MCP, web(new Response('', { status: 307, headers: { location: '/v2/mcp' } })).fetch),
  ],
  ['address, unreachable', () => clueFromUrl(MCP, web(new TypeError('fetch failed')).fetch)],
  ['text, not JSON', () => clueFromText('{\n  "name": "com.acme/weather",\n}')],
  ['text, not an object', () => clueFromText('[]')],
  ['text, too large', () => clueFromText(' '.repeat(300_000))],
  [
    'official registry, down',
    () => clueFromOfficial('com.acme/weather', web(new Response('', { status: 500 })).fetch),
  ],
]

test('every failure says what was seen and what to do', async () => {
  const said = []
  for (const [what, look] of FAILURES) {
    const error = await Promise.try(look).catch((thrown: unknown) => thrown)
    expect(error, what).toBeInstanceOf(LookupError)
    const { saw, fix, isTemporary } = error as LookupError
    said.push(`${what}${isTemporary ? ' (temporary)' : ''}\n  ${saw}\n  ${fix}\n`)
  }
  await expect(said.join('\n')).toMatchFileSnapshot('golden/failures.txt')
})
