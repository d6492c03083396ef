import { expect, test } from 'vitest'
import { differenceWords, outcomeWords, servedBy, summaryWords, type Outcome } from './words.ts'

const answer: Outcome = { type: 'answer', milliseconds: 22.6 }
const error: Outcome = { type: 'error', status: 404 }
const silence: Outcome = { type: 'silence' }

test('outcomes in words', () => {
  expect([answer, error, silence, { ...answer, milliseconds: 0.1 }].map(outcomeWords)).toEqual([
    'answers in 23 ms',
    'does not answer: 404',
    'does not answer: no connection',
    'answers in 1 ms',
  ])
  expect(summaryWords([answer, answer])).toBe('All endpoints answer.')
  expect(summaryWords([answer, error, answer])).toBe('1 of 3 endpoints does not answer.')
  expect(summaryWords([answer, error, silence])).toBe('2 of 3 endpoints do not answer.')
  expect(summaryWords([silence, silence])).toBe('No endpoint answers. You may be offline.')
})

test('a page and an API of different commits differ, and the one with the older change is the older', () => {
  const page = { commit: 'aaaaaaaaaa', newest: '2026-11-02T00:00:00Z' }
  const api = { commit: 'bbbbbbbbbb', newest: '2026-11-03T00:00:00Z' }
  expect(differenceWords(page, page)).toBe('')
  expect(differenceWords(page, api)).toBe(
    'This page is older than the API, which is from commit bbbbbbb. Reload the page.',
  )
  expect(differenceWords(api, page)).toBe('The API is older than this page: it is from commit aaaaaaa.')
  expect(differenceWords({ ...page, commit: '' }, api)).toBe('')
})

test('whatever a host answers, it is read as a version or as nothing', () => {
  expect(servedBy('{"version":"v1","git_commit":"abc","build_time":"2026-11-02T00:00:00Z"}')).toEqual({
    commit: 'abc',
    newest: '2026-11-02T00:00:00Z',
  })
  for (const body of ['', '<!doctype html>', 'null', '[]', '{"git_commit":1}']) {
    expect(servedBy(body)).toEqual({ commit: '', newest: '' })
  }
})
