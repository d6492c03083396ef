import { expect, test } from 'vitest'
import { validateServerJson } from '../server-json.ts'
import { env } from './testing/documents.ts'
import { DRAWN_SECRETS } from './testing/secrets-cases.ts'

const findingsOf = (value: string, profile: 'new' | 'mirrored' = 'new') =>
  validateServerJson(JSON.stringify(env({ value })), { profile }).findings.filter(
    ({ code }) => code === 'R296',
  )

test.each(DRAWN_SECRETS)('%s: the message names the issuer and never the secret', (kind, secret) => {
  const [finding, ...others] = findingsOf(`before ${secret} after`)
  expect(others).toEqual([])
  expect(finding?.message).toContain(kind)
  expect(finding?.pointer).toBe('/packages/0/environmentVariables/0/value')
  const said = `${finding?.message} ${finding?.fix}`
  const parts = Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8))
  expect(parts.filter((part) => said.includes(part) && !/KEY|PRIV/.test(part))).toEqual([])
})

test('the message says that the secret is public, and where to revoke it first', () => {
  const [, token = ''] = DRAWN_SECRETS[0]!
  expect(findingsOf(token)).toMatchObject([
    {
      severity: 'error',
      deviation: 'secrets',
      message: `\`${token.slice(0, 6)}…\` looks like a GitHub token, and is public now.`,
      fix: 'Revoke it first, in the GitHub settings, under Developer settings. Then remove the value and set `"isSecret": true`; users give their own.',
    },
  ])
})

test('a mirrored record is not ours to stop', () => {
  expect(findingsOf(DRAWN_SECRETS[0]![1], 'mirrored')).toEqual([])
})
