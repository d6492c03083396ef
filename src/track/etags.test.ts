import { expect, test } from 'vitest'
import { readEtags, writeEtags } from './etags.ts'

test('what is kept is read again', () => {
  const etags = new Map([
    ['a', 'W/"1"'],
    ['b', '"2"'],
  ])
  expect(readEtags(writeEtags(etags))).toEqual(etags)
})

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another version', '{"version":2,"etags":{"a":"\\"1\\""}}'],
  ['no object', '{"version":1,"etags":null}'],
  ['another header', '{"version":1,"etags":{"a":"\\"1\\"\\r\\nX-Evil: 1","b":7}}'],
])('%s is as good as nothing kept', (_, text) => {
  expect(readEtags(text)).toEqual(new Map())
})
