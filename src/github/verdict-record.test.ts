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

const pass = (code: string): GateFinding => ({ code, status: 'pass', message: 'x'.repeat(500), docs: '/' })
const codes = Array.from({ length: 200 }, (_, i) => `R${100 + i}`)

test('the verdict on many versions fits, and every rule that passed is still known', () => {
  const findings = codes.flatMap((code) => Array.from({ length: 50 }, () => pass(code)))
  const record = toRecord({ ...VERDICT, decision: 'merge', findings })
  expect(record.length).toBeLessThan(65_535)
  expect(fromRecord(record)!.findings.map(({ code, status }) => `${code} ${status}`)).toEqual(
    codes.map((code) => `${code} pass`),
  )
})

test('one that is too long keeps what stands in the way and drops passes, which are then missed', () => {
  const fails = codes.map((code) => ({ ...pass(code), status: 'fail' as const }))
  const record = toRecord({ ...VERDICT, decision: 'fail', findings: [pass('R620'), ...fails] })
  expect(record.length).toBeLessThan(65_535)
  expect(fromRecord(record)!.findings).toEqual(fails.slice(0, 40))
})
