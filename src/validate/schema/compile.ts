import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { parseGoUrl } from '../go/url.ts'
import common from '../../../schema/server/common.json' with { type: 'json' }
import snake from '../../../schema/server/2025-07-09.json' with { type: 'json' }
import camel from '../../../schema/server/2025-09-16.json' with { type: 'json' }
import statusless from '../../../schema/server/2025-09-29.json' with { type: 'json' }
import flat from '../../../schema/server/2025-10-11.json' with { type: 'json' }
import flatAgain from '../../../schema/server/2025-10-17.json' with { type: 'json' }
import current from '../../../schema/server/2025-12-11.json' with { type: 'json' }
import type { SchemaDate } from './dates.ts'

const SCHEMAS: Record<SchemaDate, object> = {
  '2025-07-09': snake,
  '2025-09-16': camel,
  '2025-09-29': statusless,
  '2025-10-11': flat,
  '2025-10-17': flatAgain,
  '2025-12-11': current,
}

/** What the official registry's library takes for a `uri`: anything that Go can parse and that has a scheme. */
export function isUri(text: string): boolean {
  return (parseGoUrl(text).url?.scheme ?? '') !== ''
}

const compiled = new Map<string, ValidateFunction>()

/**
 * The first errors of the JSON Schema of a date, or an empty list. With `all`, every error. Compiled once, on first
 * use. Where a page's content security policy forbids making functions from text there is nothing to ask: the result
 * is then empty, and the rules of this package stand alone, which cover every case that the schema knows.
 */
export function schemaErrors(date: SchemaDate, document: unknown, { all = false } = {}): ErrorObject[] {
  const validate = validatorOf(date, all)
  return !validate || validate(document) ? [] : (validate.errors ?? [])
}

function validatorOf(date: SchemaDate, all: boolean): ValidateFunction | undefined {
  const key = `${date} ${all}`
  const known = compiled.get(key)
  if (known) return known
  try {
    const ajv = new Ajv({
      strict: false,
      logger: false,
      allErrors: all,
      schemas: [common, ...Object.values(SCHEMAS)],
    })
    ajv.addFormat('uri', isUri)
    const validate = ajv.getSchema(`${date}.json`)!
    compiled.set(key, validate)
    return validate
  } catch (error) {
    if (error instanceof EvalError) return undefined
    throw error
  }
}
