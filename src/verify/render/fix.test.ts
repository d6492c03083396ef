import { expect, test } from 'vitest'
import { fixOf } from './fix.ts'

test('a property at the end of a sentence follows it', () => {
  expect(fixOf('Set `"$schema": "https://a.example"`.')).toEqual({
    text: 'Set:',
    copy: '"$schema": "https://a.example"',
  })
  expect(fixOf('Name the version itself: `"version": "1.0.0"`.')).toEqual({
    text: 'Name the version itself:',
    copy: '"version": "1.0.0"',
  })
})

test('a property within a sentence is pointed at', () => {
  expect(fixOf('Put `"mcpName": "a/b"` into its package.json, and publish it.')).toEqual({
    text: 'Put this into its package.json, and publish it:',
    copy: '"mcpName": "a/b"',
  })
})

test.each(['Remove the field.', 'Rename `a` to `b`.', 'Then set `"isSecret": true`; users give their own.'])(
  'nothing is taken out of %j',
  (fix) => expect(fixOf(fix)).toEqual({ text: fix }),
)
