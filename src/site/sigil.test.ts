import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sigil } from './sigil.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcxyz0189-'), minLength: 1, maxLength: 20 })

test('a sigil is one small path that says nothing of its own', () => {
  fc.assert(
    fc.property(word, word, (namespace, name) => {
      const svg = sigil(`com.${namespace}/${name}`, 'npm')
      expect(svg).toMatch(
        /^<svg class="sigil npm" viewBox="0 0 10 10" aria-hidden="true"><path d="[Mhvalm0-9 -]+"\/><\/svg>$/,
      )
      expect(svg.length).toBeLessThan(700)
    }),
  )
})

test('the same name always has the same sigil, and servers of one publisher have different ones', () => {
  const names = ['weather', 'maps', 'time', 'news', 'mail'].map((name) => `io.github.acme/${name}`)
  expect(names.map((name) => sigil(name, 'npm'))).toEqual(names.map((name) => sigil(name, 'npm')))
  expect(new Set(names.map((name) => sigil(name, 'npm'))).size).toBe(names.length)
})
