import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsOf, versionOf } from './release-tag.ts'

test.each([
  ['v1.2.0', undefined, '1.2.0'],
  ['1.2.0', undefined, '1.2.0'],
  ['weather-v1.2.0', 'weather-v{version}', '1.2.0'],
  ['@acme/weather@1.2.0-rc.1', '@acme/weather@{version}', '1.2.0-rc.1'],
  ['release/1.2.0/final', 'release/{version}/final', '1.2.0'],
])('the tag %s by the pattern %s is version %s', (tag, pattern, version) => {
  expect(versionOf(tag, pattern)).toBe(version)
})

test.each([
  ['nightly', undefined],
  ['latest', '{version}'],
  ['weather-v1.2.0', undefined],
  ['v1.2.0', 'weather-v{version}'],
  ['v', 'v{version}'],
  ['vv', 'v{version}v'],
  ['v1.2/../3', undefined],
  [`v${'1'.repeat(65)}`, undefined],
  ['v1\u001b[31m', undefined],
])('the tag %j by the pattern %s is no version', (tag, pattern) => {
  expect(versionOf(tag, pattern)).toBeUndefined()
})

test('every tag of a version stands for that version', () => {
  const version = fc.stringMatching(/^[0-9][A-Za-z0-9._+~-]{0,20}$/)
  const pattern = fc.option(fc.stringMatching(/^[a-z/@-]{0,8}\{version\}[a-z/@-]{0,8}$/), { nil: undefined })
  fc.assert(
    fc.property(version, pattern, (text, form) => {
      for (const tag of tagsOf(text, form)) expect(versionOf(tag, form)).toBe(text)
    }),
  )
})
