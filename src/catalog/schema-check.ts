import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { parseTimestamp } from '../model/timestamp.ts'
import config from '../../schema/config.schema.json' with { type: 'json' }
import listing from '../../schema/listing.schema.json' with { type: 'json' }
import moderation from '../../schema/moderation.schema.json' with { type: 'json' }
import owner from '../../schema/owner.schema.json' with { type: 'json' }
import proof from '../../schema/proof.schema.json' with { type: 'json' }
import status from '../../schema/status.schema.json' with { type: 'json' }
import upstream from '../../schema/upstream.schema.json' with { type: 'json' }
import verdict from '../../schema/verdict.schema.json' with { type: 'json' }

const SCHEMAS = { config, listing, moderation, owner, proof, status, upstream, verdict }

export interface ShapeFault {
  /** JSON Pointer to the value at fault, or to the object that holds an unknown or a missing key. */
  pointer: string
  /** The same as keys from the root. */
  path: string[]
  /** The unknown key, where that is the fault. */
  key?: string
  message: string
}

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, verbose: true })
// A pattern alone would let the thirteenth month through.
ajv.addFormat('date-time', (text) => parseTimestamp(text) !== undefined)
const compiled = new Map<string, ValidateFunction>()

/** Checks one of the registry's own files against its schema in `schema/`. All faults are given, as sentences. */
export function checkShape(schema: keyof typeof SCHEMAS, data: unknown): ShapeFault[] {
  let validate = compiled.get(schema)
  if (!validate) compiled.set(schema, (validate = ajv.compile(SCHEMAS[schema])))
  if (validate(data)) return []
  return validate.errors!.filter(({ keyword }) => keyword !== 'propertyNames').map(describe)
}

function describe({ keyword, instancePath, params, message, data }: ErrorObject): ShapeFault {
  const path = instancePath.split('/').slice(1).map(unescape)
  const where = path.length > 0 ? `\`${path.join('.')}\`` : 'The file'
  switch (keyword) {
    case 'additionalProperties':
      return fault(`${where} has an unknown key \`${params.additionalProperty}\`.`, params.additionalProperty)
    case 'required':
      return fault(`${where} needs the key \`${params.missingProperty}\`.`)
    case 'enum':
      return fault(
        `${where} must be one of ${params.allowedValues.map((v: unknown) => `\`${v}\``).join(', ')}.`,
      )
    case 'type':
      return fault(`${where} must be of type ${[params.type].flat().join(' or ')}, not ${typeName(data)}.`)
    case 'pattern':
      return fault(`${where} does not have the right form: it must match \`${params.pattern}\`.`)
    case 'format':
      return fault(`${where} is not a time: \`${data}\`.`)
    default:
      return fault(`${where} ${message}.`)
  }
  function fault(sentence: string, key?: string): ShapeFault {
    return { pointer: instancePath, path, message: sentence, ...(key !== undefined && { key }) }
  }
}

/** A step of a JSON Pointer (RFC 6901). */
function unescape(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
}
