import fc from 'fast-check'
import { parse } from 'jsonc-parser'
import { expect, test } from 'vitest'
import { Stop } from '../stop.ts'
import { mergeJson } from './merge-json.ts'

const WANTED = JSON.stringify({ servers: { weather: { command: 'npx' } }, inputs: [{ id: 'token' }] })

test('everything else in the file stays, and doing it twice is doing it once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (other) => {
      // Not by assignment, so that `__proto__` is a member like any other.
      const before = JSON.parse(JSON.stringify(other)) as Record<string, unknown>
      delete before.servers
      delete before.inputs
      const merged = mergeJson(JSON.stringify(before), WANTED, 'mcp.json')
      expect(JSON.parse(merged)).toEqual(JSON.parse(JSON.stringify({ ...before, ...JSON.parse(WANTED) })))
      expect(mergeJson(merged, WANTED, 'mcp.json')).toBe(merged)
    }),
  )
})

test('an entry of the same name is replaced, comments and indentation stay, inputs are added once', () => {
  const before =
    '{\n\t// mine\n\t"servers": { "weather": { "command": "old" } },\n\t"inputs": [{ "id": "mine" }, { "id": "token" }],\n}\n'
  const merged = mergeJson(before, WANTED, 'mcp.json')
  expect(merged).toContain('\t// mine')
  expect(parse(merged)).toEqual({
    servers: { weather: { command: 'npx' } },
    inputs: [{ id: 'mine' }, { id: 'token' }],
  })
})

test.each(['{', '[]', 'null', '{ "a": }', 'text'])('%s is left alone', (text) => {
  expect(() => mergeJson(text, WANTED, 'mcp.json')).toThrow(Stop)
})

test('no file is an empty one', () =>
  expect(JSON.parse(mergeJson('', WANTED, 'x'))).toEqual(JSON.parse(WANTED)))
