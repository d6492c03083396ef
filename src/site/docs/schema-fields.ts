import common from '../../../schema/server/common.json' with { type: 'json' }
import earlier from '../../../schema/server/2025-10-11.json' with { type: 'json' }
import current from '../../../schema/server/2025-12-11.json' with { type: 'json' }

/** A key of an object, as a JSON Schema has it. */
export interface Field {
  name: string
  isRequired: boolean
  /** `text`, `list of text`, `object` … */
  type: string
  /** `at most 100 characters`, `one of …`; texts with backticks. */
  limits: string[]
  /** The names of the definitions that its value refers to, the outermost first. */
  refs: string[]
}

type Schema = Readonly<Record<string, unknown>> & {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
}

const FILES: Record<string, unknown> = {
  'common.json': common,
  '2025-10-11.json': earlier,
  '2025-12-11.json': current,
}

/** A schema and the file in which its own references are to be read. */
interface Place {
  file: string
  schema: Schema
}

/**
 * The keys of the object that is defined at a place such as `common.json#/definitions/repository`, in the order of the
 * schema. A key that is only for some values of another one is among them, and not required.
 */
export function fieldsOf(at: string): Field[] {
  const fields = new Map<string, Field>()
  const required = new Set<string>()
  collect(placeAt(at, ''), true)
  return [...fields.values()].map((field) => ({ ...field, isRequired: required.has(field.name) }))

  function collect(place: Place, always: boolean): void {
    const { file, schema } = place
    const within = (part: unknown): Place => resolved({ file, schema: part as Schema })
    for (const part of (schema.allOf as unknown[]) ?? []) collect(within(part), always)
    for (const part of [schema.then, schema.else]) if (part) collect(within(part), false)
    for (const [name, value] of Object.entries(schema.properties ?? {})) {
      if (!fields.has(name)) fields.set(name, fieldOf(name, { file, schema: value }))
    }
    if (always) for (const name of schema.required ?? []) required.add(name)
  }
}

function fieldOf(name: string, place: Place): Field {
  const refs: string[] = []
  const { file, schema } = resolved(place, refs)
  const either = schema.anyOf as Schema[] | undefined
  if (either) for (const part of either) resolved({ file, schema: part }, refs)
  const item = schema.items && resolved({ file, schema: schema.items }, refs).schema
  const type = item ? `list of ${item.type === 'string' ? 'text' : 'objects'}` : typeOf(schema)
  return { name, isRequired: false, type, limits: limitsOf(item?.type === 'string' ? item : schema), refs }
}

function typeOf({ type }: Schema): string {
  return type === 'string' ? 'text' : type === 'boolean' ? '`true` or `false`' : 'object'
}

function limitsOf(schema: Schema): string[] {
  const { minLength = 0, maxLength, pattern, format, not } = schema
  const choices = (schema.enum ?? (schema.const === undefined ? undefined : [schema.const])) as
    string[] | undefined
  const length =
    maxLength !== undefined && `${minLength ? `${minLength} to ` : 'at most '}${maxLength} characters`
  const limits = [
    length,
    maxLength === undefined && minLength === 1 && 'not empty',
    choices && choices.map((choice) => `\`${choice}\``).join(', '),
    format === 'uri' && 'an address',
    pattern !== undefined && `\`${pattern}\``,
    not !== undefined && `not \`${(not as { const: string }).const}\``,
  ]
  return limits.filter((limit): limit is string => typeof limit === 'string')
}

/** Follows references to where something is said. */
function resolved(place: Place, refs: string[] = []): Place {
  const { $ref } = place.schema
  if ($ref === undefined) return place
  refs.push($ref.slice($ref.lastIndexOf('/') + 1))
  return resolved(placeAt($ref, place.file), refs)
}

function placeAt(reference: string, from: string): Place {
  const [name, pointer = ''] = reference.split('#')
  const file = name || from
  const schema = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((schema, key) => (schema as Schema)[key], FILES[file])
  return { file, schema: schema as Schema }
}
