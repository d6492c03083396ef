import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPublication, listDocument } from './list.ts'

const decoder = new TextDecoder()
const line = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value)}\n`)

test('an empty list is a list', () => {
  expect(decoder.decode(listDocument([]))).toBe('{"servers":[],"metadata":{"count":0}}\n')
})

test('holds the lines in order, with their count and the cursor', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.option(fc.string(), { nil: undefined }),
      (values, nextCursor) => {
        const document = decoder.decode(
          listDocument(values.map(line), nextCursor === undefined ? {} : { nextCursor }),
        )
        expect(document.endsWith('}\n')).toBe(true)
        expect(JSON.parse(document)).toEqual({
          servers: values.map((value) => JSON.parse(JSON.stringify(value))),
          metadata: { ...(nextCursor !== undefined && { nextCursor }), count: values.length },
        })
      },
    ),
  )
})

test('versions stand newest publication first, and equal times in a fixed order', () => {
  const versions = [
    { publishedAt: 1, version: '1.0.0' },
    { publishedAt: 3, version: '0.9.0' },
    { publishedAt: 1, version: '2.0.0' },
  ]
  expect(versions.toSorted(byPublication).map(({ version }) => version)).toEqual(['0.9.0', '2.0.0', '1.0.0'])
})
