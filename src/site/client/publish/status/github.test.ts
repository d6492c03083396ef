import { expect, test } from 'vitest'
import { openGitHub } from './github.ts'

type Reply = { status?: number; headers?: Record<string, string>; body?: string } | Error

function open(...replies: Reply[]) {
  const asked: { url: string; etag: string | null }[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push({ url: url as string, etag: new Headers(init?.headers).get('if-none-match') })
    const reply = replies.shift()!
    if (reply instanceof Error) throw reply
    const { status = 200, headers = {}, body = '{}' } = reply
    return new Response(status === 304 ? null : body, { status, headers })
  }
  return { asked, ask: openGitHub('https://api.example', fetch) }
}

test('what is known is asked for by its ETag, and is the answer where it is still the same', async () => {
  const { ask, asked } = open(
    { headers: { etag: '"a"' }, body: '{"number":1}' },
    { status: 304 },
    { body: '{"number":2}' },
  )
  expect(await ask('acme/registry/pulls/1')).toEqual({ type: 'found', document: { number: 1 } })
  expect(await ask('acme/registry/pulls/1')).toEqual({ type: 'found', document: { number: 1 } })
  expect(await ask('acme/registry/pulls/2')).toEqual({ type: 'found', document: { number: 2 } })
  expect(asked).toEqual([
    { url: 'https://api.example/repos/acme/registry/pulls/1', etag: null },
    { url: 'https://api.example/repos/acme/registry/pulls/1', etag: '"a"' },
    { url: 'https://api.example/repos/acme/registry/pulls/2', etag: null },
  ])
})

test('who has asked too often is told until when', async () => {
  const reset = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1800000000' }
  const { ask } = open(
    { status: 403, headers: reset },
    { status: 429, headers: { 'retry-after': '90' } },
    { status: 403 },
  )
  expect(await ask('a')).toEqual({ type: 'limited', until: 1_800_000_000_000 })
  for (const seconds of [90, 60]) {
    const answer = await ask('a')
    expect(answer.type).toBe('limited')
    expect((answer as { until: number }).until - Date.now()).toBeGreaterThan((seconds - 5) * 1000)
  }
})

test('whatever else comes back is told in words', async () => {
  const { ask } = open({ status: 404 }, { status: 502 }, new TypeError('no network'), { body: '<html>' })
  expect(await ask('a')).toEqual({ type: 'missing' })
  expect(await ask('a')).toEqual({ type: 'failed', why: 'GitHub answered with an error (502).' })
  const unreachable = { type: 'failed', why: 'GitHub could not be reached. You may be offline.' }
  expect(await ask('a')).toEqual(unreachable)
  expect(await ask('a')).toEqual(unreachable)
})
