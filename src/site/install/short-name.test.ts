import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortName } from './short-name.ts'

test('the own part of the name, and the publisher’s before what everybody calls theirs', () => {
  expect(
    ['com.acme/search', 'com.acme/mcp', 'io.github.acme/MCP-Server', 'io.x/a.b_c', 'search'].map(shortName),
  ).toEqual([...['search', 'acme-mcp', 'acme-MCP-Server', 'a-b_c', 'search']])
})

test('every name has one, which no tool takes for an option', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(shortName(name)).toMatch(/^[A-Za-z0-9][\w-]*$/)
    }),
  )
})
