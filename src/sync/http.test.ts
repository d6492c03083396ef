import { expect, test } from 'vitest'
import { testContext, webServer, type Reply } from '../../tests/sync/support.ts'
import { get, parseJson } from './http.ts'

/** A server that gives these answers one after the other, and the last one for ever. */
function inTurn(...replies: Reply[]) {
  return webServer(() => (replies.length > 1 ? replies.shift()! : replies[0]!))
}

test.each<[string, Reply]>([
  ['429', { status: 429 }],
  ['a server error', { status: 503 }],
  ['a broken connection', 'drop'],
  ['an answer that does not come', 'hang'],
])('after %s it tries again', async (_what, reply) => {
  const { url, asked } = await inTurn(reply, reply, { body: { servers: [] } })
  const context = testContext()
  const { status, bytes } = await get(url, context, { timeout: 200 })
  expect([status, parseJson(bytes)]).toEqual([200, { servers: [] }])
  expect(asked).toHaveLength(3)
  expect(context.pauses).toHaveLength(2)
})

test('pauses grow, unless the server says how long', async () => {
  const { url } = await inTurn({ status: 500 }, { status: 500 }, { status: 500 }, { body: '{}' })
  const context = testContext()
  await get(url, context)
  expect(
    context.pauses.map((pause, index) => pause >= 500 * 2 ** index && pause <= 1000 * 2 ** index),
  ).toEqual([true, true, true])
  const polite = await inTurn({ status: 429, headers: { 'retry-after': '7' } }, { body: '{}' })
  const patient = testContext()
  await get(polite.url, patient)
  expect(patient.pauses).toEqual([7000])
})

test('it gives up after six attempts, and at once where the server asks for hours', async () => {
  const { url, asked } = await inTurn({ status: 502 })
  await expect(get(url, testContext())).rejects.toMatchObject({
    code: 'R610',
    message: `${url} cannot be read: it answered 502 (after 6 attempts).`,
  })
  expect(asked).toHaveLength(6)
  const closed = await inTurn({ status: 503, headers: { 'retry-after': '7200' } })
  await expect(get(closed.url, testContext())).rejects.toThrow('wants to be left alone for 120 minutes')
  expect(closed.asked).toHaveLength(1)
})

test('what the client did wrong is not tried again', async () => {
  const { url, asked } = await inTurn({ status: 422 })
  expect((await get(url, testContext())).status).toBe(422)
  expect(asked).toHaveLength(1)
})

test('no answer is read without end', async () => {
  const { url, asked } = await inTurn({ body: 'x'.repeat(3 * 2 ** 20) })
  await expect(get(url, testContext(), { maxBytes: 2 ** 20 })).rejects.toMatchObject({ code: 'R610' })
  expect(asked).toHaveLength(1)
})
