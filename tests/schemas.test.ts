import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../schema')
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

const compile = (name: string) =>
  new Ajv({ strict: true, allowUnionTypes: true, formats: { 'date-time': true } }).compile(
    JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
  )

test.each(names)('%s is a sound schema', (name) => {
  expect(() => compile(name)).not.toThrow()
})

test('a verdict carries a decision, the commits and its findings', () => {
  const validate = compile('verdict.schema.json')
  const verdict = {
    version: 1,
    decision: 'fail',
    headSha: 'a'.repeat(40),
    baseSha: 'b'.repeat(40),
    findings: [
      { code: 'R202', status: 'fail', message: 'The file begins with a mark.', docs: '/docs/rules/R202/' },
    ],
    publishes: [{ name: 'com.acme/search', version: '1.0.0' }],
  }
  expect(validate(verdict)).toBe(true)
  expect(validate({ ...verdict, decision: 'ok' })).toBe(false)
  expect(validate({ ...verdict, findings: [{ ...verdict.findings[0], status: 'warn' }] })).toBe(false)
})
