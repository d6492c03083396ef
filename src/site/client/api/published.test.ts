import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeServer, BEGIN, DAY } from '../../../../tests/support/make-server.ts'
import { META_KEY, publishedOf } from '../../../../tests/support/published.ts'
import { readPublished } from './published.ts'

test('what the API writes is read back', () => {
  const server = makeServer('aa.b/cc', [
    { official: { status: 'deprecated', statusMessage: 'Old.', statusChangedAt: BEGIN + 2 * DAY } },
    { provenance: { pullRequest: 7 }, movedTo: 'aa.b/dd' },
  ])
  expect(publishedOf(server)).toEqual([
    {
      server: server.latest.server,
      status: 'active',
      statusChangedAt: BEGIN + DAY,
      publishedAt: BEGIN + DAY,
      isLatest: true,
      own: { pullRequest: 7, movedTo: 'aa.b/dd' },
    },
    {
      server: expect.objectContaining({ version: '1.0.0' }),
      status: 'deprecated',
      statusMessage: 'Old.',
      statusChangedAt: BEGIN + 2 * DAY,
      publishedAt: BEGIN,
      isLatest: false,
      own: {},
    },
  ])
})

test('anything else is no document, and nothing throws', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => readPublished(value, 'aa.b/cc', META_KEY) === undefined))
  const [own] = publishedOf(makeServer('aa.b/cc'))
  const document = { server: own!.server, _meta: {} }
  expect(readPublished(document, 'aa.b/cc')).toBeUndefined()
})
