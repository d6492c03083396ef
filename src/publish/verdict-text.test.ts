import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toRecord } from '../github/verdict-record.ts'
import type { Verdict } from '../verify/verdict.ts'
import { readVerdictText } from './verdict-text.ts'

const verdict: Verdict = {
  version: 1,
  decision: 'fail',
  headSha: 'a'.repeat(40),
  baseSha: 'b'.repeat(40),
  findings: [
    {
      code: 'R202',
      status: 'fail',
      path: 'servers/a',
      line: 3,
      message: 'The folder is named otherwise.',
      fix: 'Rename it.',
      docs: '/docs/rules/R202/',
    },
  ],
  publishes: [{ name: 'io.github.alice/weather', version: '1.0.0' }],
}

test('reads what the gate writes', () => {
  const { decision, findings, publishes } = verdict
  expect(readVerdictText(toRecord(verdict))).toEqual({ decision, findings, publishes })
})

test('whatever stands there, it is read or left out', () => {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.record({ decision: fc.constant('fail'), findings: fc.jsonValue() }),
  )
  fc.assert(
    fc.property(values, (value) => {
      const read = readVerdictText(`\`\`\`json\n${JSON.stringify(value)}\n\`\`\``)
      for (const { code, message } of read?.findings ?? [])
        expect([typeof code, typeof message]).toEqual(['string', 'string'])
    }),
  )
  for (const text of [null, undefined, '', '```json\n{broken}\n```', 'decision: merge']) {
    expect(readVerdictText(text)).toBeUndefined()
  }
})
