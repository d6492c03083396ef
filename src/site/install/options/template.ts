import type { Argument, Input, KeyValueInput } from '../../../model/server-json.ts'
import { isSecret } from '../../server/inputs.ts'
import type { Field, Template } from '../types.ts'

/** An input of the publisher's, and what its fields are to be called. */
export interface AskedInput {
  input: KeyValueInput | Argument
  /** Unique within the option. */
  id: string
  /** What people know the input as. */
  name: string
  place: Field['place']
}

export interface ReadInput {
  template: Template
  isRequired: boolean
}

/**
 * The text of an input with places for what has to be asked; the fields are added to `fields`.
 * A `value` is fixed but for its variables. Without one, a person gives the whole.
 */
export function readInput({ input, id, name, place }: AskedInput, fields: Field[]): ReadInput {
  const isRepeated = 'isRepeated' in input && input.isRepeated === true
  const common = { place, ...(isRepeated && { isRepeated }) }
  if (!input.value) {
    const isRequired = input.isRequired === true
    fields.push(toField({ id, name, input, isRequired, isSecret: isSecret({ ...input, name }), ...common }))
    return { template: [{ field: id }], isRequired }
  }
  const variables = variablesOf(input, name)
  const isRequired = input.isRequired === true || [...variables.values()].some((each) => each.isRequired)
  const secretInside = [...variables].some(([inner, each]) => isSecret({ ...each, name: inner }))
  const template = splitTemplate(input.value, (inner) => {
    const variable = variables.get(inner)
    if (!variable) return undefined
    const field = `${id}.${idPart(inner)}`
    if (!fields.some((each) => each.id === field)) {
      fields.push(
        toField({
          id: field,
          name: inner,
          input: variable,
          isRequired: variable.isRequired ?? (isRequired && !variable.default),
          // A secret made of parts that are none: then all of them are.
          isSecret: isSecret({ ...variable, name: inner }) || (input.isSecret === true && !secretInside),
          ...common,
        }),
      )
    }
    return [{ field }]
  })
  return { template, isRequired }
}

/**
 * The variables of an input. What stands in braces and is not declared is text, except in a secret: real registries
 * are full of `Bearer {api_key}` without a word on `api_key`, and nobody means the braces.
 */
function variablesOf(input: KeyValueInput | Argument, name: string): Map<string, Input> {
  const variables = new Map(Object.entries(input.variables ?? {}))
  if (isSecret({ ...input, name })) {
    for (const [, inner] of input.value!.matchAll(/(?<!\$)\{([A-Za-z_][\w-]*)\}/g)) {
      if (!variables.has(inner!))
        variables.set(inner!, { ...withoutValue(input), isSecret: true, isRequired: true })
    }
  }
  return variables
}

function withoutValue({ description }: Input): Input {
  return description === undefined ? {} : { description }
}

/**
 * Cuts text at its `{names}`.
 *
 * @param partsOf what stands for a name; `undefined` where the braces are text
 */
export function splitTemplate(text: string, partsOf: (name: string) => Template | undefined): Template {
  const parts = text.split(/\{([^{}]+)\}/).flatMap((part, index): Template => {
    if (index % 2 === 0) return part === '' ? [] : [part]
    return partsOf(part) ?? [`{${part}}`]
  })
  return joinText(parts)
}

/** Neighbouring pieces of text as one. */
export function joinText(parts: Template): Template {
  const joined: (string | { field: string })[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined
}

const FORMATS: readonly string[] = ['number', 'boolean', 'filepath'] satisfies Field['format'][]

/** A field as people are asked for it. */
export function toField({
  input,
  ...given
}: Pick<Field, 'id' | 'name' | 'place' | 'isRequired' | 'isSecret' | 'isRepeated'> & {
  input: Input
}): Field {
  const { description, placeholder, format } = input
  const choices = input.choices?.filter((choice) => choice !== '')
  return {
    ...given,
    ...(description && { description }),
    ...(choices && choices.length > 0 && { choices }),
    ...(input.default && { preset: input.default }),
    ...(placeholder && { placeholder }),
    ...(format && FORMATS.includes(format) && { format: format as NonNullable<Field['format']> }),
  }
}

/** A publisher's name as a part of an id, without the dot that stands between the parts. */
export function idPart(name: string): string {
  return name.replace(/[%.]/g, (character) => (character === '%' ? '%25' : '%2E'))
}
