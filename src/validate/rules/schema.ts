import type { DraftServer } from '../draft.ts'
import type { CheckedRule, Rule, UpstreamIssue } from '../rule.ts'
import { CURRENT_SCHEMA_DATE, CURRENT_SCHEMA_URL, isSchemaDate, schemaDateIn } from '../schema/dates.ts'
import { show } from '../text/show.ts'

const USE_CURRENT = `Set \`"$schema": "${CURRENT_SCHEMA_URL}"\`.`

export const NO_SCHEMA: CheckedRule<DraftServer> = {
  code: 'R230',
  title: '$schema is missing',
  why: 'The shape of server.json changes with time. `$schema` tells readers which one this is.',
  fix: USE_CURRENT,
  example: '{"name": "com.example/weather"}',
  upstream: 'schema-field-required',
  mirrored: 'warning',
  check({ $schema = '' }, at, report) {
    if ($schema !== '') return
    const message = 'There is no `$schema`.'
    report({
      rule: this,
      path: [...at, '$schema'],
      message,
      upstream: said('$schema field is required', this),
    })
  },
}

export const UNREADABLE_SCHEMA: CheckedRule<DraftServer> = {
  code: 'R231',
  title: '$schema is not the address of a server.json schema',
  why: 'A document can only be judged by a schema that is known.',
  fix: USE_CURRENT,
  example: '{"$schema": "https://example.com/my-schema.json"}',
  upstream: 'schema-version-extraction-error',
  mirrored: 'warning',
  check({ $schema = '' }, at, report) {
    if ($schema === '' || schemaDateIn($schema)) return
    report({
      rule: this,
      path: [...at, '$schema'],
      message: `The \`$schema\` ${show($schema)} is not the address of a server.json schema.`,
      upstream: said(
        `failed to extract schema version from URL: invalid schema URL format: ${$schema}`,
        this,
      ),
    })
  },
}

const UNKNOWN_SCHEMA: CheckedRule<DraftServer> = {
  code: 'R233',
  title: '$schema names a date without a schema',
  why: 'A document can only be judged by a schema that is known.',
  fix: USE_CURRENT,
  example: '{"$schema": "https://static.modelcontextprotocol.io/schemas/2025-01-27/server.schema.json"}',
  upstream: 'schema-version-not-available',
  mirrored: 'warning',
  check({ $schema = '' }, at, report) {
    const date = schemaDateIn($schema)
    if (!date || isSchemaDate(date)) return
    const upstream = said(
      `schema version ${date} not available: schema version ${date} not found in embedded schemas: ` +
        `open schemas/${date}.json: file does not exist`,
      this,
    )
    report({
      rule: this,
      path: [...at, '$schema'],
      message: `There is no server.json schema ${show(date)}.`,
      upstream,
    })
  },
}

export const OUTDATED_SCHEMA: CheckedRule<DraftServer> = {
  code: 'R232',
  title: '$schema is not the current schema',
  why: 'New entries follow the current shape, so that clients need to know one only. The official registry warns.',
  fix: USE_CURRENT,
  example: '{"$schema": "https://static.modelcontextprotocol.io/schemas/2025-07-09/server.schema.json"}',
  upstream: 'schema-version-deprecated',
  deviation: 'current-schema',
  mirrored: 'off',
  check({ $schema = '' }, at, report) {
    const date = schemaDateIn($schema)
    if ($schema === CURRENT_SCHEMA_URL || !isSchemaDate(date)) return
    const message =
      date === CURRENT_SCHEMA_DATE
        ? `The \`$schema\` ${show($schema)} names the current date, but is not the official address.`
        : `The \`$schema\` is of ${date}; the current one is of ${CURRENT_SCHEMA_DATE}.`
    report({ rule: this, path: [...at, '$schema'], message, upstream: outdated(date) })
  },
}

function outdated(date: string): UpstreamIssue[] {
  const message =
    `schema version ${date} is not the current version (${CURRENT_SCHEMA_DATE}). ` +
    'Consider updating to the latest schema version'
  const reference = 'schema-version-deprecated'
  return [{ path: 'schema', message, reference, type: 'schema', severity: 'warning' }]
}

function said(message: string, rule: Rule): UpstreamIssue[] {
  return [{ path: 'schema', message, reference: rule.upstream!, type: 'schema', severity: 'error' }]
}

/** Official rules B01–B04, in the official order. */
export const SCHEMA_RULES = [NO_SCHEMA, UNREADABLE_SCHEMA, UNKNOWN_SCHEMA, OUTDATED_SCHEMA]
