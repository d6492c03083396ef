import type { ErrorObject } from 'ajv'
import type { SchemaDate } from './dates.ts'

/** A compiled schema: whether it takes a document, and else, in `errors`, why not. */
export interface Validator {
  (document: unknown): boolean
  errors?: ErrorObject[] | null
}

/** The schema of a date, compiled; `undefined` where a bundle was made without it. */
export type ValidatorOf = (date: SchemaDate) => Validator | undefined
