import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import type { FindingStatus } from './verdict.ts'

const REQUIRED = [{ code: 'R1' }, { code: 'R2' }]

function decision(first: FindingStatus, second: FindingStatus, offline = false): string {
  const findings = [
    { code: 'R1', status: first },
    { code: 'R2', status: second },
  ]
  return decide(findings, REQUIRED, offline)
}

test.each([
  ['pass', 'pass', 'merge'],
  ['pass', 'hold', 'hold'],
  ['hold', 'error', 'error'],
  ['error', 'fail', 'fail'],
  ['hold', 'fail', 'fail'],
  ['pass', 'skipped', 'error'],
] as const)('%s and %s: %s', (first, second, expected) => expect(decision(first, second)).toBe(expected))

test('without a network some rules are skipped, and the others decide', () => {
  expect(decision('pass', 'skipped', true)).toBe('merge')
  expect(decision('hold', 'skipped', true)).toBe('hold')
  expect(decision('error', 'skipped', true)).toBe('error')
})

test('silence is no consent: no rules, no findings, or a rule that said nothing', () => {
  expect(decide([], [], false)).toBe('error')
  expect(decide([], REQUIRED, true)).toBe('error')
  expect(decide([{ code: 'R1', status: 'pass' }], REQUIRED, false)).toBe('error')
})
