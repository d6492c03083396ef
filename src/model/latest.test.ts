import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestOf } from './latest.ts'
import { compareVersions } from './version.ts'

function published(...versions: string[]): { version: string; publishedAt: number; deleted: boolean }[] {
  return versions.map((text, publishedAt) => {
    const deleted = text.startsWith('†')
    return { version: deleted ? text.slice(1) : text, publishedAt, deleted }
  })
}

test.each([
  { versions: ['1.0.0', '2.0.0'], latest: '2.0.0' },
  { versions: ['2.0.0', '1.9.9'], latest: '2.0.0' },
  { versions: ['1.0.0', '1.1.0-beta'], latest: '1.1.0-beta' },
  { versions: ['b', 'a'], latest: 'a' },
  { versions: ['1.0.0', 'nightly'], latest: '1.0.0' },
  { versions: ['1.0.0', 'v1.0.0', '1.0.0+b'], latest: '1.0.0' },
  { versions: ['1.0.0', '†2.0.0'], latest: '1.0.0' },
  { versions: ['nightly', '†2.0.0'], latest: 'nightly' },
  { versions: ['†1.0.0', '†2.0.0'], latest: '2.0.0' },
])('of $versions it is $latest', ({ versions, latest }) => {
  expect(latestOf(published(...versions))?.version).toBe(latest)
})

test('of none there is none', () => {
  expect(latestOf([])).toBeUndefined()
})

test('is the first of the greatest, of the living where there are any', () => {
  const version = fc.record({
    version: fc.constantFrom('1.0.0', 'v1.0.0', '2.0.0', '2.0.0-rc', '1.0', 'x', 'y'),
    deleted: fc.boolean(),
    gap: fc.nat(1),
  })
  fc.assert(
    fc.property(fc.array(version, { minLength: 1, maxLength: 8 }), (drawn) => {
      let at = 0
      const all = drawn.map(({ version, deleted, gap }) => ({ version, deleted, publishedAt: (at += gap) }))
      const living = all.filter(({ deleted }) => !deleted)
      const among = living.length > 0 ? living : all
      const greatest = among.findIndex((one) => among.every((other) => compareVersions(one, other) >= 0))
      expect(latestOf(all)).toBe(among[greatest])
    }),
    { numRuns: 2000 },
  )
})
