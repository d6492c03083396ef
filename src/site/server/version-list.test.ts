import { expect, test } from 'vitest'
import { makeCatalog } from '../../../tests/support/make-catalog.ts'
import { versionsOf } from './version-list.ts'

function follows(versions: [version: string, publishedAt: number][]): string[] {
  const sketches = versions.map(([version, publishedAt]) => ({ name: 'a.b/c', version, publishedAt }))
  return versionsOf(makeCatalog(sketches).servers[0]!).map(
    ({ version, before }) => `${version} after ${before?.version ?? 'nothing'}`,
  )
}

test('the newest publication comes first, and each version follows the highest below it', () => {
  expect(
    follows([
      ['1.0.0', 1],
      ['1.10.0', 3],
      ['1.9.0', 2],
    ]),
  ).toEqual(['1.10.0 after 1.9.0', '1.9.0 after 1.0.0', '1.0.0 after nothing'])
})

test('a late fix of an old line follows that line', () => {
  expect(
    follows([
      ['1.0.0', 1],
      ['2.0.0', 2],
      ['1.0.1', 3],
      ['2.0.1', 4],
    ]),
  ).toEqual(['2.0.1 after 2.0.0', '1.0.1 after 1.0.0', '2.0.0 after 1.0.0', '1.0.0 after nothing'])
})

test('versions of one moment are ordered by number', () => {
  expect(
    follows([
      ['1.10.0', 1],
      ['1.9.0', 1],
    ]),
  ).toEqual(['1.10.0 after 1.9.0', '1.9.0 after nothing'])
})

test('a version below all others follows the one published before it', () => {
  expect(
    follows([
      ['2.0.0', 1],
      ['1.0.0', 2],
    ]),
  ).toEqual(['1.0.0 after 2.0.0', '2.0.0 after nothing'])
})
