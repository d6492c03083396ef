import { MEANINGS } from './server-meanings.ts'
import { fieldsOf, type Field } from './schema-fields.ts'
import { SERVER_PARTS } from './server-parts.ts'

/** One of the objects that a server.json is made of. */
export interface ReferencePart {
  id: string
  /** `packages[]`, in backticks where it is a place in the document. */
  title: string
  rows: ReferenceRow[]
}

export interface ReferenceRow extends Field {
  meaning: string
  /** The part that describes the value, where that is an object. */
  leadsTo?: string
}

/** Every field of a server.json by the current schema, object by object. */
export function serverReference(): ReferencePart[] {
  return SERVER_PARTS.map(({ id, title, at }) => ({
    id,
    title,
    rows: fieldsOf(at).map((field) => ({
      ...field,
      meaning: MEANINGS[`${id}.${field.name}`] ?? '',
      ...leading(field),
    })),
  }))
}

function leading({ refs }: Field): { leadsTo?: string } {
  const part = SERVER_PARTS.find(({ also }) => refs.some((ref) => also.includes(ref)))
  return part ? { leadsTo: part.id } : {}
}
