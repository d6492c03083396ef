import { describe, expect, test } from 'vitest'
import { RULES } from '../verify/rules/index.ts'
import { ruleAreas, rulePages } from './rule-pages.ts'

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('has all that its page needs, as sentences', () => {
    const { title, passed, why, fix, example } = rule
    expect(title).toMatch(/^\S.*[^.]$/)
    for (const text of [passed, why, fix]) expect(text).toMatch(/^\S[^]*\.$/)
    expect(example.trim()).not.toBe('')
    for (const text of [title, passed, why, fix]) expect(text.split('`').length % 2, text).toBe(1)
  })

  test('has a page of its own, in an area', () => {
    expect(rulePages().filter(({ path }) => path === `/docs/rules/${code}/`)).toHaveLength(1)
    expect(ruleAreas().filter(({ rules }) => rules.some((page) => page.code === code))).toHaveLength(1)
  })
})

test('no code and no title stands twice', () => {
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
  expect(new Set(RULES.map(({ title }) => title)).size).toBe(RULES.length)
})

test('document rules say where the official registry has them, or is less strict', () => {
  const pages = new Map(rulePages().map((page) => [page.code, page]))
  expect(pages.get('R240')?.upstream).toBe('invalid-server-name')
  expect(pages.get('R296')?.deviation).toBe('secrets')
})
