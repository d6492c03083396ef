import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, describe, test } from 'vitest'
import { latestOf } from '../../src/model/latest.ts'
import { compareVersions, isSemver } from '../../src/model/version.ts'

interface Cases {
  is_semver: { version: string; semver: boolean }[]
  compare: { a: string; b: string; want: number }[]
  compare_with_time: { a: string; b: string; time_a: number; time_b: number; want: number }[]
  latest_after_publishing_in_order: { publish: string[]; latest: string }[]
}

const shared = process.env.SHARED_DIR || '../shared'
const cases = JSON.parse(readFileSync(join(shared, 'data/version-cases.json'), 'utf8')) as Cases

const HOUR = 3_600_000_000

describe('the official registry’s own cases', () => {
  test.each(cases.is_semver)('isSemver $version is $semver', ({ version, semver }) => {
    expect(isSemver(version)).toBe(semver)
  })

  test.each(cases.compare)('$a against $b gives $want', ({ a, b, want }) => {
    expect(compareVersions({ version: a, publishedAt: 0 }, { version: b, publishedAt: 0 })).toBe(want)
  })

  test.each(cases.compare_with_time)(
    '$a at $time_a against $b at $time_b gives $want',
    ({ a, b, time_a, time_b, want }) => {
      const order = compareVersions(
        { version: a, publishedAt: time_a * HOUR },
        { version: b, publishedAt: time_b * HOUR },
      )
      expect(order).toBe(want)
    },
  )

  test.each(cases.latest_after_publishing_in_order)('after $publish the latest is $latest', (example) => {
    const published = example.publish.map((version, publishedAt) => ({
      version,
      publishedAt,
      deleted: false,
    }))
    expect(latestOf(published)?.version).toBe(example.latest)
  })
})

test('there are cases of every kind', () => {
  expect(Object.values(cases).map((list) => (list as unknown[]).length > 10)).toEqual([
    true,
    true,
    true,
    true,
  ])
})
