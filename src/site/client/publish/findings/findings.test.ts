import { expect, test } from 'vitest'
import { aboutPointer, placesAround } from './about.ts'
import { summaryOf } from './summary.ts'
import { findingsIn } from './validate.ts'

test('what is missing has its place in the form', () => {
  const text = '{"name": "com.acme/weather", "version": "1.0.0", "packages": [{"registryType": "npm"}]}'
  expect(findingsIn(text).map(aboutPointer)).toEqual(
    expect.arrayContaining(['/description', '/packages/0/identifier', '/packages/0/version']),
  )
})

test('the places around a place, the innermost first', () => {
  expect(placesAround('/packages/0/identifier')).toEqual([
    '/packages/0/identifier',
    '/packages/0',
    '/packages',
  ])
  expect(placesAround('')).toEqual([])
})

test('a summary counts what to fix apart from advice', () => {
  const finding = (severity: 'error' | 'warning') => ({
    ...{ code: 'R211', pointer: '', line: 1, column: 1, message: '' },
    severity,
  })
  expect(summaryOf([finding('error'), finding('warning'), finding('error')]).words).toBe(
    '2 things to fix, and 1 piece of advice.',
  )
  expect(summaryOf([finding('error')]).words).toBe('1 thing to fix.')
  expect(summaryOf([finding('warning'), finding('warning')]).words).toMatch(
    /^The file is right\. .* 2 pieces of advice\.$/,
  )
  expect(summaryOf([])).toMatchObject({ errors: 0, warnings: 0 })
})
