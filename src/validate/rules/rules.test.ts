import { describe, expect, test } from 'vitest'
import { validateServerJson } from '../server-json.ts'
import { RULES } from './index.ts'
import { CLIENTS_CASES } from './testing/clients-cases.ts'
import { DOCUMENT_CASES } from './testing/document-cases.ts'
import { BASE, type Json } from './testing/documents.ts'
import { PACKAGES_CASES } from './testing/packages-cases.ts'
import { SECRETS_CASES } from './testing/secrets-cases.ts'

const CASES = { ...DOCUMENT_CASES, ...PACKAGES_CASES, ...CLIENTS_CASES, ...SECRETS_CASES }

const codesOf = (document: Json): string[] =>
  validateServerJson(JSON.stringify(document)).findings.map(({ code }) => code)

describe.each(Object.entries(CASES))('%s', (code, { breaks, keeps }) => {
  test.each(breaks)('is broken by %j', (document) => expect(codesOf(document)).toContain(code))
  test.each(keeps)('is kept by %j', (document) => expect(codesOf(document)).not.toContain(code))
})

describe('the list of rules', () => {
  test('has a case for every rule about one parsed document', () => {
    const elsewhere = ['R229', 'W11']
    const parsed = RULES.map(({ code }) => code).filter((code) => code >= 'R21' && !elsewhere.includes(code))
    expect(Object.keys(CASES).sort()).toEqual(parsed.sort())
  })

  test('has no code twice, and every text that people need', () => {
    expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length)
    for (const { code, title, why, fix, example } of RULES) {
      expect(code).toMatch(/^(?:R2[0-9]{2}|W[0-9]{1,2})$/)
      for (const text of [title, why, fix, example]) expect(text, code).not.toBe('')
    }
  })

  test('a document that breaks nothing has no findings', () => expect(codesOf(BASE)).toEqual([]))
})
