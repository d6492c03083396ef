import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayHaveDuplicateKeys } from './duplicate-keys.ts'

const ask = (text: string): boolean => mayHaveDuplicateKeys(text, JSON.parse(text))

/** JSON values as lists of pairs, so that a text can have keys that no parsed object has. */
type Drawn = { pairs: [string, Drawn][] } | { items: Drawn[] } | string | number | null

const key = fc.oneof(
  fc.constantFrom('a', 'b', '', '__proto__', '"', '\\', ':', 'a":', '\\u0061'),
  fc.string(),
)
const { value } = fc.letrec<{ value: Drawn }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(key, fc.integer(), fc.constant(null)),
    fc.record({ items: fc.array(tie('value'), { maxLength: 4 }) }),
    fc.record({
      pairs: fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 4, selector: ([name]) => name }),
    }),
  ),
}))
const blank = fc.constantFrom('', ' ', '\n', '\t', '\r\n ')

function write(drawn: Drawn, space: string, tweak = (pairs: [string, Drawn][]) => pairs): string {
  if (typeof drawn !== 'object' || drawn === null) return JSON.stringify(drawn)
  if ('items' in drawn) return `[${drawn.items.map((item) => write(item, space, tweak)).join(',')}]`
  const parts = tweak(drawn.pairs).map(([name, item]) => {
    return `${space}${JSON.stringify(name)}${space}:${space}${write(item, space, tweak)}`
  })
  return `{${parts.join(`${space},`)}}`
}

function objectsIn(drawn: Drawn): { pairs: [string, Drawn][] }[] {
  if (typeof drawn !== 'object' || drawn === null) return []
  if ('items' in drawn) return drawn.items.flatMap(objectsIn)
  return [...(drawn.pairs.length > 0 ? [drawn] : []), ...drawn.pairs.flatMap(([, item]) => objectsIn(item))]
}

function stringsIn(drawn: Drawn): string[] {
  if (typeof drawn === 'string') return [drawn]
  if (typeof drawn !== 'object' || drawn === null) return []
  if ('items' in drawn) return drawn.items.flatMap(stringsIn)
  return drawn.pairs.flatMap(([name, item]) => [name, ...stringsIn(item)])
}

describe('a text with a key twice', () => {
  test('is always noticed', () => {
    fc.assert(
      fc.property(value, blank, fc.nat(), fc.nat(), value, (drawn, space, which, place, other) => {
        const objects = objectsIn(drawn)
        fc.pre(objects.length > 0)
        const chosen = objects[which % objects.length]!
        const twice = chosen.pairs[place % chosen.pairs.length]![0]
        const text = write(drawn, space, (pairs) =>
          pairs === chosen.pairs ? [...pairs, [twice, other]] : pairs,
        )
        expect(ask(text)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '{"a" \n:1,"a"\t:2}',
    '{"__proto__":1,"__proto__":2}',
    '[{"x":{"a":{},"a":{"b":1}}}]',
  ])('%s', (text) => {
    expect(ask(text)).toBe(true)
  })
})

describe('a text without', () => {
  test('is let through where no string begins with a colon or holds an escape', () => {
    fc.assert(
      fc.property(value, blank, (drawn, space) => {
        fc.pre(stringsIn(drawn).every((text) => !/^\s*:|["\\\p{Cc}]/u.test(text) && text.isWellFormed()))
        expect(ask(write(drawn, space))).toBe(false)
      }),
      { numRuns: 3000 },
    )
  })

  test('is let through with escapes in its values', () => {
    expect(ask('{"a":"\\\\ \\n \\" \\u0061","b":["\\n"]}')).toBe(false)
  })

  test('may be looked at in vain', () => {
    expect(ask('{"a":":"}')).toBe(true)
    expect(ask('{"\\u0061":1}')).toBe(true)
    expect(ask('{"a":"say \\":\\""}')).toBe(true)
  })
})

test('what is nested too deeply is always looked at', () => {
  expect(ask(`${'['.repeat(40)}${']'.repeat(40)}`)).toBe(true)
  expect(ask(`${'['.repeat(20)}${']'.repeat(20)}`)).toBe(false)
  expect(ask(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe(true)
})
