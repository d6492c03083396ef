import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameKey, parseServerName, shardOf } from './server-name.ts'

describe('server names', () => {
  test.each([
    ['io.github.alice/weather', 'io.github.alice', 'weather'],
    ['com.acme/a_b.c-d', 'com.acme', 'a_b.c-d'],
    ['A0/Z9', 'A0', 'Z9'],
    ['a--b/c..d', 'a--b', 'c..d'],
  ])('%s is one', (text, namespace, name) => {
    expect(parseServerName(text)).toEqual({ namespace, name })
  })

  test.each([
    '',
    '/',
    'weather',
    'a/weather',
    'com.acme/a',
    'com.acme/',
    '/weather',
    'com.acme/a/b',
    'com.acme/weather/',
    '.com/weather',
    'com./weather',
    'com_acme/weather',
    'com.acme/_weather',
    'com.acme/weather-',
    'com.acme/we ather',
    'com.acme/weather\n',
    '\ncom.acme/weather',
    'com.acmé/weather',
    'com.acme/../x',
    'com.acme%2Fweather',
  ])('%j is none', (text) => {
    expect(parseServerName(text)).toBeUndefined()
  })

  test('are read in linear time', () => {
    const before = performance.now()
    expect(parseServerName(`${'a.'.repeat(100_000)}/${'-'.repeat(100_000)}`)).toBeUndefined()
    expect(performance.now() - before).toBeLessThan(1000)
  })
})

test.each([
  ['io.github.alice', 'al'],
  ['com.Acme', 'ac'],
  ['localhost', 'lo'],
  ['com.x', 'x'],
  ['com.example.a-b', 'a-'],
])('%s lives in %s', (namespace, shard) => {
  expect(shardOf(namespace)).toBe(shard)
})

test('names that differ in case only have one key', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9.-]{1,9}\/[a-zA-Z0-9._-]{1,9}$/), (name) => {
      expect(nameKey(name)).toBe(nameKey(name.toUpperCase()))
      expect(shardOf(name.split('/')[0]!)).toBe(shardOf(name.split('/')[0]!.toUpperCase()))
    }),
  )
})
