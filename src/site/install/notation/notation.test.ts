import fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { hostileWord } from '../testing/hostile-word.ts'
import { jsonText } from './json-text.ts'
import { tomlTable } from './toml-text.ts'
import { yamlText } from './yaml-text.ts'

const text = fc.oneof(
  hostileWord,
  fc.constantFrom(
    '\u007f',
    '\u0085',
    '\u009f',
    '\u2028',
    '\ufeff',
    '\u{e0041}',
    'true',
    'no',
    'y',
    'null',
    '1e3',
    '~',
    '',
  ),
)
const wellFormed = text.map((each) => each.toWellFormed())
const record = fc.dictionary(wellFormed, wellFormed, { maxKeys: 4 })

test('JSON says what it was given', () => {
  fc.assert(
    fc.property(fc.json(), record, (json, members) => {
      const value = { members, inner: [members, JSON.parse(json)] }
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(jsonText({ a: ['x', 'y'], b: undefined, c: [{ d: 1 }], e: {}, f: [] })).toBe(
    '{\n  "a": ["x", "y"],\n  "c": [{ "d": 1 }],\n  "e": {},\n  "f": []\n}',
  )
})

test('TOML says what it was given', () => {
  fc.assert(
    fc.property(wellFormed, fc.array(wellFormed), record, (word, words, members) => {
      const table = parseToml(tomlTable(['a', word], { word, words, members })) as { a: object }
      expect(table).toEqual({
        a: {
          [word]: {
            word,
            ...(words.length > 0 && { words }),
            ...(Object.keys(members).length > 0 && { members }),
          },
        },
      })
    }),
  )
})

test('YAML says what it was given, in both of its versions', () => {
  fc.assert(
    fc.property(wellFormed, fc.array(wellFormed), record, (word, words, members) => {
      const value = { [`k${word}`]: { word, words, members, on: true, count: 300 }, list: [{ word, words }] }
      for (const version of ['1.1', '1.2'] as const)
        expect(parseYaml(yamlText(value), { version })).toEqual(value)
    }),
  )
})
