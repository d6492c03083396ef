import type { ErrorObject } from 'ajv'
import type { UpstreamIssue } from '../rule.ts'
import { codePoints } from '../go/text.ts'
import { allSchemaErrors, schemaErrors } from './compile.ts'
import type { SchemaDate } from './dates.ts'

/** Keywords that only gather the errors of others. */
const GATHERING = ['anyOf', 'allOf', 'if', '$ref']

/**
 * The errors of the JSON Schema of a date as the official registry words them (C01–C11), or only the first of
 * them. Their references name the keyword only: the chain of definitions that the official registry adds belongs to
 * its own files.
 */
export function schemaIssues(
  date: SchemaDate,
  document: unknown,
  { all }: { all: boolean },
): UpstreamIssue[] {
  const errors = all ? allSchemaErrors(date, document) : schemaErrors(date, document)
  return errors
    .filter(({ keyword }) => !GATHERING.includes(keyword))
    .map((error) => ({
      path: toPath(error.instancePath),
      message: messageOf(error, document),
      reference: error.schemaPath,
      type: 'schema',
      severity: 'error',
    }))
}

function toPath(pointer: string): string {
  const steps = pointer.split('/').slice(1)
  return steps
    .map((step, index) => (/^[0-9]+$/.test(step) ? `[${step}]` : `${index > 0 ? '.' : ''}${unescape(step)}`))
    .join('')
}

function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function messageOf({ keyword, params, message, instancePath }: ErrorObject, document: unknown): string {
  const value = valueAt(document, instancePath)
  switch (keyword) {
    case 'required':
      return `missing required fields: '${params['missingProperty']}'`
    case 'type':
      return `expected ${params['type']}, but got ${typeName(value)}`
    case 'minLength':
      return `length must be >= ${params['limit']}, but got ${codePoints(String(value))}`
    case 'maxLength':
      return `length must be <= ${params['limit']}, but got ${codePoints(String(value))}`
    case 'pattern':
      return `does not match pattern '${params['pattern']}'`
    case 'format':
      return `'${String(value)}' has invalid format '${params['format']}'`
    case 'enum':
      return enumMessage(params['allowedValues'] as unknown[])
    case 'const':
      return enumMessage([params['allowedValue']])
    case 'additionalProperties':
      return `additionalProperties '${params['additionalProperty']}' not allowed`
    case 'not':
      return 'not failed'
    default:
      return message ?? keyword
  }
}

function enumMessage(values: unknown[]): string {
  const listed = values.map((value) => JSON.stringify(value)).join(', ')
  return values.length === 1 ? `value must be ${listed}` : `value must be one of ${listed}`
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function valueAt(document: unknown, pointer: string): unknown {
  let value = document
  for (const step of pointer.split('/').slice(1)) value = (value as Record<string, unknown>)?.[unescape(step)]
  return value
}
