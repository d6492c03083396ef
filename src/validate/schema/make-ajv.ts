import { Ajv, type Options } from 'ajv'
import common from '../../../schema/server/common.json' with { type: 'json' }
import snake from '../../../schema/server/2025-07-09.json' with { type: 'json' }
import camel from '../../../schema/server/2025-09-16.json' with { type: 'json' }
import statusless from '../../../schema/server/2025-09-29.json' with { type: 'json' }
import flat from '../../../schema/server/2025-10-11.json' with { type: 'json' }
import flatAgain from '../../../schema/server/2025-10-17.json' with { type: 'json' }
import current from '../../../schema/server/2025-12-11.json' with { type: 'json' }
import type { SchemaDate } from './dates.ts'
import { isUri } from './uri.ts'
import type { Validator, ValidatorOf } from './validator.ts'

const SCHEMAS: Record<SchemaDate, object> = {
  '2025-07-09': snake,
  '2025-09-16': camel,
  '2025-09-29': statusless,
  '2025-10-11': flat,
  '2025-10-17': flatAgain,
  '2025-12-11': current,
}

/** The compiler of all schemas of a `server.json`, each by the id `<date>.json`. */
export function makeAjv(options: Options): Ajv {
  const schemas = [common, ...Object.values(SCHEMAS)]
  return new Ajv({ strict: false, logger: false, ...options, schemas, formats: { uri: isUri } })
}

/** Compiles the schema of a date when it is first asked for. */
export function compileOnUse(options: Options): ValidatorOf {
  const compiled = new Map<SchemaDate, Validator>()
  return (date) => {
    const known = compiled.get(date)
    if (known) return known
    const validator = makeAjv(options).getSchema(`${date}.json`) as Validator
    compiled.set(date, validator)
    return validator
  }
}
