import type { ErrorObject } from 'ajv'
import type { SchemaDate } from './dates.ts'
import { validatorOf as validatorOfEvery } from './every-error.ts'
import { validatorOf } from './first-error.ts'
import type { Validator } from './validator.ts'

/**
 * The first errors of the JSON Schema of a date, or an empty list. A bundle may be made without the older dates: then
 * the rules of this package stand alone, which cover every case of the current one.
 */
export function schemaErrors(date: SchemaDate, document: unknown): ErrorObject[] {
  return errorsOf(validatorOf(date), document)
}

/** Every error of the JSON Schema of a date. The time it takes grows with the square of their number. */
export function allSchemaErrors(date: SchemaDate, document: unknown): ErrorObject[] {
  return errorsOf(validatorOfEvery(date), document)
}

function errorsOf(validate: Validator | undefined, document: unknown): ErrorObject[] {
  return !validate || validate(document) ? [] : (validate.errors ?? [])
}
