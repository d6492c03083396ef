import { expect, test } from 'vitest'
import type { GateFinding, Verdict } from '../verify/verdict.ts'
import { fromRecord, toRecord } from './verdict-record.ts'

const VERDICT: Verdict = {
  version: 1,
  decision: 'hold',
  headSha: 'a'.repeat(40),
  baseSha: 'b'.repeat(40),
  findings: [
    { code: 'R501', status: 'hold', message: 'It has a fence:\n```\nand more.', docs: '/docs/rules/R501/' },
  ],
  publishes: [{ name: 'io.github.acme/weather', version: '1.0.0' }],
  owners: [
    {
      namespace: 'io.github.acme',
      record: 'new',
      owner: { id: 1, login: 'acme', type: 'User', proof: 'author', since: '2026-11-20T00:00:00Z' },
    },
  ],
}

test('comes back as it was', () => {
  expect(fromRecord(toRecord(VERDICT))).toEqual(VERDICT)
  expect(fromRecord(toRecord(VERDICT).replaceAll('\n', '\r\n'))).toEqual(VERDICT)
})

test.each([
  ['nothing', null],
  ['some other text', 'All is well.'],
  ['broken JSON', '```json\n{"version":1,\n```'],
  ['another shape', '```json\n{"version":1,"decision":"merge"}\n```'],
  ['a field too many', toRecord({ ...VERDICT, extra: 1 } as Verdict)],
])('%s is no verdict', (_, text) => {
  expect(fromRecord(text)).toBeUndefined()
})

test('one that is too long keeps what stands in the way and drops passes, which are then missed', () => {
  const pass = (i: number): GateFinding => ({
    code: `R${100 + (i % 400)}`,
    status: 'pass',
    message: 'x'.repeat(500),
    docs: '/',
  })
  const findings = [...VERDICT.findings, ...Array.from({ length: 400 }, (_, i) => pass(i))]
  const record = toRecord({ ...VERDICT, findings })
  expect(record.length).toBeLessThan(65_535)
  expect(fromRecord(record)!.findings).toEqual(VERDICT.findings)
})
