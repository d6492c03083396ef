import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseServerName } from '../../../model/server-name.ts'
import { comparePath } from '../../paths.ts'
import { MAX_SERVERS, wantedNames } from './wanted.ts'

test.each<[string, string[], string[]?]>([
  ['?s=a.b/cc,d.e/ff', ['a.b/cc', 'd.e/ff']],
  ['?s=a.b%2Fcc&s=d.e/ff', ['a.b/cc', 'd.e/ff']],
  ['?s=a.b/cc,a.b/cc,,', ['a.b/cc']],
  ['?s=a.b/cc d.e/ff%0Ag.h/ii', ['a.b/cc', 'd.e/ff', 'g.h/ii']],
  ['?s="a.b/cc"', ['a.b/cc']],
  ['?s=https://registry.example/base/servers/a.b/cc/', ['a.b/cc']],
  ['?s=https://registry.example/v0.1/servers/a.b%252Fcc/versions/latest', ['a.b/cc']],
  ['?s=https://registry.example/docs/', [], ['https://registry.example/docs/']],
  ['?s=weather,<b>,a.b/cc/d', [], ['weather', '<b>', 'a.b/cc/d']],
  ['', []],
])('%s', (search, names, unknown = []) => {
  expect(wantedNames(search)).toEqual({ names, unknown, tooMany: [] })
})

test('a fifth server is told apart', () => {
  expect(wantedNames('?s=aa/aa,aa/ab,aa/ac,aa/ad,aa/ae')).toMatchObject({ tooMany: ['aa/ae'] })
})

test('any query gives names only, and their address gives them back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `?s=io.github.a/bb,${text}`),
      ),
      (search) => {
        const { names } = wantedNames(search)
        expect(names.length).toBeLessThanOrEqual(MAX_SERVERS)
        expect(names.every((name) => parseServerName(name))).toBe(true)
        const { search: written } = new URL(comparePath(...names), 'https://registry.example')
        expect(wantedNames(written).names).toEqual(names)
      },
    ),
  )
})
