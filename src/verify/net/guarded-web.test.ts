import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { serveLoopback, serveTable, type Answer } from '../../../tests/support/loopback.ts'
import { guardedWeb, type GuardedWebOptions } from './guarded-web.ts'
import { OutOfReach } from './out-of-reach.ts'
import { Unreachable } from './unreachable.ts'

/** A client that trusts these origins, and whose pauses are noted instead of waited for. */
function webFor(trusted: string[], more: Partial<GuardedWebOptions> = {}) {
  const pauses: number[] = []
  const sleep = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds)
  return { web: guardedWeb({ allows: () => false, trusted, sleep, ...more }), pauses }
}

/** A server that gives these answers one after the other, and the last one for ever. */
function inTurn(...answers: (Answer | 'drop' | 'hang')[]) {
  return serveLoopback(({ socket }, response) => {
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!
    if (answer === 'drop') socket.destroy()
    else if (answer !== 'hang')
      response.writeHead(answer.status ?? 200, answer.headers).end(answer.body as string)
  })
}

test('an answer comes with its status, headers, body and address', async () => {
  const server = await serveTable({
    '/a': { status: 302, headers: { location: '/b?c' } },
    '/b?c': { headers: { 'x-seen': '1' }, body: 'hello' },
  })
  const { web } = webFor([server.url])
  const { status, headers, bytes, url } = await web.get(`${server.url}/a`)
  expect([status, headers.get('x-seen'), bytes.toString(), url]).toEqual([
    200,
    '1',
    'hello',
    `${server.url}/b?c`,
  ])
  expect((await web.get(`${server.url}/a`, { redirects: 0 })).status).toBe(302)
  expect(server.asked[0]!.headers['user-agent']).toBe('mcp-git-registry')
})

test.each([401, 403, 404, 410, 422])('%i is an answer, at once', async (status) => {
  const { url, asked } = await inTurn({ status })
  expect((await webFor([url]).web.get(url)).status).toBe(status)
  expect(asked).toHaveLength(1)
})

test.each<[string, Answer | 'drop' | 'hang']>([
  ['429', { status: 429 }],
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['a broken connection', 'drop'],
  ['no answer in time', 'hang'],
])('after %s it tries again', async (_what, bad) => {
  const { url, asked } = await inTurn(bad, bad, { body: 'well' })
  const { web, pauses } = webFor([url])
  expect((await web.get(url, { timeoutMs: 100 })).bytes.toString()).toBe('well')
  expect([asked.length, pauses.length]).toEqual([3, 2])
  expect(pauses[1]! / pauses[0]!).toBeGreaterThanOrEqual(1)
})

test.each<[string, Answer | 'drop' | 'hang', string]>([
  ['429', { status: 429 }, 'answered 429 (4 tries).'],
  ['502', { status: 502 }, 'answered 502 (4 tries).'],
  ['a broken connection', 'drop', 'broke the connection off (UND_ERR_SOCKET) (4 tries).'],
  ['no answer in time', 'hang', 'did not answer within 0.05 s (4 tries).'],
  [
    'a long wish for silence',
    { status: 429, headers: { 'retry-after': '3600' } },
    'answered 429, and asks for 60 minutes of patience.',
  ],
])('%s for ever is no answer', async (_what, bad, message) => {
  const { url } = await inTurn(bad)
  const failure = await webFor([url])
    .web.get(url, { timeoutMs: 50 })
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Unreachable)
  expect((failure as Error).message).toBe(`\`${new URL(url).host}\` ${message}`)
})

test('a host may say how long to wait', async () => {
  const { url } = await inTurn({ status: 429, headers: { 'retry-after': '7' } }, {})
  const { web, pauses } = webFor([url])
  await web.get(url)
  expect(pauses).toEqual([7000])
})

test('a connection that nobody takes is no answer', async () => {
  const { web } = webFor(['http://127.0.0.1:9'])
  await expect(web.get('http://127.0.0.1:9/')).rejects.toThrow('refused the connection (4 tries).')
})

test('no answer is read without end, however it is sent', async () => {
  const endless = await serveLoopback((_request, response) => {
    const more = (): void => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', more)
    }
    more()
  })
  const { web } = webFor([endless.url])
  await expect(web.get(endless.url)).rejects.toThrow('answers with more than 1 MiB.')
  await expect(web.get(endless.url, { maxBytes: 5 })).rejects.toThrow(OutOfReach)
  await expect(web.sha256(endless.url, { maxBytes: 2 ** 21 })).rejects.toThrow('more than 2 MiB.')
  expect(endless.asked).toHaveLength(3)
})

test('an answer that stops half-way is no answer', async () => {
  const { url } = await serveLoopback((_request, response) => {
    response.writeHead(200, { 'content-length': '10' }).write('half')
  })
  const { web } = webFor([url])
  await expect(web.get(url, { timeoutMs: 50 })).rejects.toThrow('did not answer within 0.05 s (4 tries).')
})

test('a download is hashed and not kept', async () => {
  const file = Buffer.alloc(3_000_000, 'mcp')
  const { url } = await serveTable({ '/f': { body: file } })
  expect(await webFor([url]).web.sha256(`${url}/f`)).toMatchObject({
    sha256: createHash('sha256').update(file).digest('hex'),
    size: 3_000_000,
    bytes: Buffer.alloc(0),
  })
})

test('credentials stay with the host they are for', async () => {
  const other = await serveTable({ '/blob': { headers: { 'set-cookie': 'a=b' }, body: 'blob' } })
  const first = await serveTable({
    '/near': { status: 307, headers: { location: '/far', 'set-cookie': 'a=b' } },
    '/far': { status: 307, headers: { location: `${other.url}/blob` } },
  })
  const { web } = webFor([first.url, other.url])
  const headers = { Authorization: 'Bearer secret', 'x-token': 'secret', accept: 'text/plain' }
  expect((await web.get(`${first.url}/near`, { headers })).url).toBe(`${other.url}/blob`)
  expect(first.asked[1]!.headers).toMatchObject({ authorization: 'Bearer secret', accept: 'text/plain' })
  expect(other.asked[0]!.headers).toMatchObject({ accept: 'text/plain' })
  for (const { headers: sent } of [...first.asked.slice(1), ...other.asked]) {
    expect(sent.cookie).toBeUndefined()
  }
  expect(JSON.stringify(other.asked)).not.toContain('secret')
})

test.each([
  'http://127.0.0.1:1/latest/meta-data/',
  'https://169.254.169.254/latest/meta-data/',
  'https://[::1]/',
  'https://evil.example/',
  'file:///etc/passwd',
  'http://[',
])('a redirect to %s leads nowhere', async (location) => {
  const { url, asked } = await serveTable({ '/': { status: 302, headers: { location } } })
  await expect(webFor([url]).web.get(url)).rejects.toThrow(OutOfReach)
  expect(asked).toHaveLength(1)
})

test('a circle of redirects is left', async () => {
  const { url, asked } = await serveTable({ '/': { status: 302, headers: { location: '/' } } })
  await expect(webFor([url]).web.get(url)).rejects.toThrow('redirects too often.')
  expect(asked).toHaveLength(6)
})

test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1'])(
  'an allowed name that resolves to %s is not connected to',
  async (address) => {
    const lookup = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
    const { web, pauses } = webFor([], { allows: () => true, lookup })
    await expect(web.get('https://rebinding.example/')).rejects.toThrow(
      '`rebinding.example` is not a machine of the public internet.',
    )
    expect(pauses).toEqual([])
  },
)

test('a name is resolved once, and the answer is where the socket goes', async () => {
  const server = await serveTable({ '/': { body: 'here' } })
  const asked: string[] = []
  const lookup = async (hostname: string) => {
    asked.push(hostname)
    return [{ address: asked.length === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]
  }
  const base = `http://mirror.example:${server.port}`
  const { web } = webFor([base], { lookup })
  expect((await web.get(base)).bytes.toString()).toBe('here')
  expect(asked).toEqual(['mirror.example'])
})

test('a name that does not exist is not asked again', async () => {
  const lookup = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  }
  const { web, pauses } = webFor([], { allows: () => true, lookup })
  await expect(web.get('https://nowhere.example/')).rejects.toThrow('There is no host `nowhere.example`.')
  expect(pauses).toEqual([])
})
