import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from './query.ts'

test.each([
  ['io.github.acme/weather-mcp', ['acme', 'weather']],
  [' io.github.acme radar', ['acme', 'radar']],
  ['tcp/ip notes', ['tcp', 'ip', 'notes']],
  ['mcp server', []],
  ['https://github.com/acme/weather.git', ['acme', 'weather']],
  ['github.com/acme/weather/tree/main', ['acme', 'weather']],
  ['https://mcp.acme.com/sse', ['acme']],
  ['mcp.acme.com', ['acme']],
  ['npx -y @acme/weather@latest', ['acme', 'weather']],
  ['uvx weather-mcp@1.2.0', ['weather']],
  ['node.js c#', ['nodejs', 'csharp']],
  ['https://registry.acme.com/%E0%A4%A/x y', ['acme', 'registry', 'x', 'y']],
])('%s is looked for by its telling words', (typed, words) => {
  expect(readQuery(typed).words).toEqual(words)
})

test('anything can be typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const { text, words } = readQuery(typed)
      expect(text).toBe(typed.trim().toLowerCase())
      expect(words).not.toContain('')
      expect(new Set(words).size).toBe(words.length)
    }),
  )
})
