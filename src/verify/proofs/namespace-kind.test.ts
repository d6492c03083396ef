import { describe, expect, test } from 'vitest'
import { kindOf } from './namespace-kind.ts'

describe('a GitHub account', () => {
  test.each([
    ['io.github.alice', 'alice'],
    ['io.github.Alice-Smith', 'alice-smith'],
    ['IO.GitHub.alice', 'alice'],
  ])('%s', (namespace, login) => expect(kindOf(namespace)).toEqual({ kind: 'account', login }))
})

describe('a domain', () => {
  test.each([
    ['com.acme', 'acme.com', 'acme.com'],
    ['com.Acme.api', 'api.acme.com', 'acme.com'],
    ['uk.co.acme.mcp', 'mcp.acme.co.uk', 'acme.co.uk'],
    ['dev.pages.acme', 'acme.pages.dev', 'acme.pages.dev'],
    ['internal.corp', 'corp.internal', 'corp.internal'],
  ])('%s', (namespace, domain, registrable) =>
    expect(kindOf(namespace)).toEqual({ kind: 'domain', domain, registrable }),
  )
})

describe('nobody’s', () => {
  test.each([
    ['acme', /one word/],
    ['localhost', /one word/],
    ['io.github', /one GitHub account/],
    ['io.github.alice.weather', /one GitHub account/],
    [`io.github.${'a'.repeat(40)}`, /one GitHub account/],
    ['uk.co', /shared/],
    ['dev.pages', /shared/],
    ['app.vercel', /shared/],
    ['1.0.0.127', /not the name of a domain/],
    ['com.-acme', /not the name of a domain/],
    ['com..acme', /not the name of a domain/],
  ])('%s', (namespace, reason) =>
    expect(kindOf(namespace)).toEqual({ kind: 'nobody', reason: expect.stringMatching(reason) }),
  )
})
