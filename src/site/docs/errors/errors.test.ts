import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPLAINED } from '../../../verify/rules/index.ts'
import { ERRORS } from './index.ts'

const root = join(import.meta.dirname, '../../../..')
const sources = globSync('{src,scripts}/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.ts$|\/testing\/|^src\/site\/docs\/errors\//.test(path))

/** Codes as the sources give them to errors and findings: quoted, where comments name them without quotes. */
const given = new Set(
  sources.flatMap(
    (path) => readFileSync(join(root, path), 'utf8').match(/(?<=')(?:R\d{3}|W\d+)(?=')/g) ?? [],
  ),
)
const errors = ERRORS.map(({ code }) => code)
const rules = EXPLAINED.map(({ code }) => code)

test('every code that is given has a page', () => {
  expect(given.size).toBeGreaterThan(100)
  expect([...given].filter((code) => !errors.includes(code) && !rules.includes(code))).toEqual([])
})

test('every error is given somewhere', () => expect(errors.filter((code) => !given.has(code))).toEqual([]))

test('no code stands for two things', () => {
  const codes = [...errors, ...rules]
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

describe.each(ERRORS.map((error) => [error.code, error] as const))('%s', (_code, error) => {
  test('has all that its page needs, as sentences', () => {
    const { title, why, fix, example } = error
    expect(title).toMatch(/^\S.*[^.]$/)
    for (const text of [why, fix]) expect(text).toMatch(/^\S[^]*\.$/)
    expect(example.trim()).not.toBe('')
    for (const text of [title, why, fix]) expect(text.split('`').length % 2, text).toBe(1)
  })
})
