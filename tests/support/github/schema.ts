/** A schema of an OpenAPI 3.0 document. */
export interface Schema {
  $ref?: string
  type?: string
  nullable?: boolean
  enum?: unknown[]
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: boolean | Schema
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  [keyword: string]: unknown
}

type Schemas = Record<string, Schema>

/** What a validator of JSON Schema has no use for, or takes for something else. */
const LEFT_OUT = [
  'example',
  'examples',
  'discriminator',
  'xml',
  'externalDocs',
  'deprecated',
  'x-github',
  'default',
]

/** The same as JSON Schema, with everything that it refers to below `definitions`. */
export function toJsonSchema(schema: Schema, schemas: Schemas): object {
  const definitions: Record<string, object> = {}
  const root = convert(schema)
  return { ...root, definitions }

  function convert(node: Schema): object {
    if (node.$ref) {
      const name = nameOf(node.$ref)
      if (!Object.hasOwn(definitions, name)) {
        definitions[name] = {}
        definitions[name] = convert(schemas[name]!)
      }
      return { $ref: `#/definitions/${name}` }
    }
    const { nullable, ...rest } = Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => !LEFT_OUT.includes(key))
        .map(([key, value]) => [key, convertKeyword(key, value)]),
    )
    return nullable ? { anyOf: [rest, { type: 'null' }] } : rest
  }

  function convertKeyword(key: string, value: unknown): unknown {
    if (key === 'properties') {
      const entries = Object.entries(value as Record<string, Schema>)
      return Object.fromEntries(entries.map(([name, property]) => [name, convert(property)]))
    }
    if (['allOf', 'anyOf', 'oneOf'].includes(key)) return (value as Schema[]).map(convert)
    if (key === 'items' || key === 'not') return convert(value as Schema)
    return key === 'additionalProperties' && typeof value === 'object' ? convert(value as Schema) : value
  }
}

/** Adds to a value what the schema requires and the value lacks, made up. What is there already stays as it is. */
export function fill(schema: Schema, value: unknown, schemas: Schemas): unknown {
  if (schema.$ref) return fill(schemas[nameOf(schema.$ref)]!, value, schemas)
  if (value === null || (value === undefined && schema.nullable)) return null
  const choice = schema.anyOf ?? schema.oneOf
  if (choice && !schema.properties) return fill(choose(choice, value, schemas), value, schemas)
  if (schema.allOf) {
    return schema.allOf.reduce<unknown>((filled, part) => fill(part, filled, schemas), value)
  }
  if (schema.type === 'array' || Array.isArray(value)) {
    return ((value as unknown[] | undefined) ?? []).map((item) => fill(schema.items ?? {}, item, schemas))
  }
  if (schema.properties && (value === undefined || typeof value === 'object')) {
    return fillObject(schema, (value ?? {}) as Record<string, unknown>, schemas)
  }
  return value === undefined ? makeUp(schema) : value
}

function fillObject(
  { properties = {}, required = [] }: Schema,
  value: Record<string, unknown>,
  schemas: Schemas,
): Record<string, unknown> {
  const filled = { ...value }
  for (const [name, property] of Object.entries(properties)) {
    if (filled[name] === undefined && !required.includes(name)) continue
    filled[name] = fill(property, filled[name], schemas)
  }
  return filled
}

/** An array for an array, an object for an object. */
function choose(choice: readonly Schema[], value: unknown, schemas: Schemas): Schema {
  const resolved = choice.map((schema) => (schema.$ref ? schemas[nameOf(schema.$ref)]! : schema))
  const wanted = Array.isArray(value) ? 'array' : typeof value
  return resolved.find(({ type }) => type === wanted) ?? resolved[0]!
}

function makeUp({ type, format, enum: values }: Schema): unknown {
  if (values) return values[0]
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return 1
  if (type === 'object') return {}
  if (format === 'uri') return 'https://github.test/'
  return format === 'date-time' ? '2026-01-01T00:00:00Z' : ''
}

function nameOf(reference: string): string {
  return reference.split('/').at(-1)!
}
