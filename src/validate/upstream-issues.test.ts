import { expect, test } from 'vitest'
import { CURRENT_SCHEMA_URL } from './schema/dates.ts'
import { toUpstreamIssues } from './upstream-issues.ts'

const VALID = {
  $schema: CURRENT_SCHEMA_URL,
  name: 'io.github.alice/weather',
  description: 'Weather reports',
  version: '1.0.0',
}
const ask = (changes: object) => toUpstreamIssues(JSON.stringify({ ...VALID, ...changes }))

test('a clean document has an empty list of issues', () => {
  expect(ask({})).toEqual({ status: 200, body: { valid: true, issues: [] } })
})

test('our own stricter rules are not asked', () => {
  const changes = { version: 'a/b', remotes: [{ type: 'sse', url: 'https://10.0.0.5/sse' }] }
  expect(ask(changes)).toEqual({ status: 200, body: { valid: true, issues: [] } })
})

test('faults of structure are a 422 with their places and values', () => {
  const answer = ask({ name: 'a/b/c', tags: [], packages: [{ registryType: 'npm', identifier: 'x' }] })
  expect(answer).toMatchObject({
    status: 422,
    body: {
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'validation failed',
      errors: [
        {
          message: 'expected string to match pattern ^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$',
          location: 'body.name',
          value: 'a/b/c',
        },
        { message: 'expected required property transport to be present', location: 'body.packages[0]' },
        { message: 'unexpected property', location: 'body.tags', value: [] },
      ],
    },
  })
})

test('a null where a value is optional is taken for absent', () => {
  expect(ask({ title: null }).status).toBe(200)
  expect(ask({ name: null }).status).toBe(422)
})

test('an older schema is a warning', () => {
  expect(ask({ $schema: CURRENT_SCHEMA_URL.replace('2025-12-11', '2025-10-17') })).toEqual({
    status: 200,
    body: {
      valid: true,
      issues: [
        {
          type: 'schema',
          path: 'schema',
          message:
            'schema version 2025-10-17 is not the current version (2025-12-11). Consider updating to the latest schema version',
          severity: 'warning',
          reference: 'schema-version-deprecated',
        },
      ],
    },
  })
})

test('a bad remote gives two issues, after those of the schema', () => {
  const answer = ask({ remotes: [{ type: 'sse', url: 'https://localhost/{x}' }], websiteUrl: 'example.com' })
  const issues = 'issues' in answer.body ? answer.body.issues : []
  expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    "websiteUrl: 'example.com' has invalid format 'uri'",
    'websiteUrl: websiteUrl must be absolute (include scheme): example.com',
    'websiteUrl: websiteUrl must use https scheme: example.com',
    'remotes[0].url: invalid remote URL: https://localhost/{x}',
    'remotes[0].url: invalid remote URL: template variables in URL https://localhost/{x} reference undefined variables. Available variables: []',
  ])
})

test('what is not JSON is a 400', () => expect(toUpstreamIssues('{').status).toBe(400))
