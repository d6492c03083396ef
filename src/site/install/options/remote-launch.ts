import type { KeyValueInput, Transport } from '../../../model/server-json.ts'
import { isSecret } from '../../server/inputs.ts'
import type { Field, NamedTemplate, RemoteLaunch, Template } from '../types.ts'
import { idPart, readInput, splitTemplate, toField } from './template.ts'

/**
 * How an address is reached; what has to be asked is added to `fields`. An address is of no use without all of its
 * variables, so they are required unless they have a preset.
 *
 * @param known what else names in the address may stand for
 */
export function readRemote(
  { type, url = '', headers, variables = {} }: Transport,
  fields: Field[],
  known: Readonly<Record<string, Template>> = {},
): RemoteLaunch {
  const template = splitTemplate(url, (name) => {
    if (!Object.hasOwn(variables, name)) return Object.hasOwn(known, name) ? known[name] : undefined
    const input = variables[name]!
    const id = `address.${idPart(name)}`
    if (input.value) return [input.value]
    if (!fields.some((field) => field.id === id)) {
      const isRequired = !input.default
      const secret = isSecret({ ...input, name })
      fields.push(toField({ id, name, input, place: 'address', isRequired, isSecret: secret }))
    }
    return [{ field: id }]
  })
  return {
    type: type === 'sse' ? 'sse' : 'http',
    url: template,
    headers: readNamed(headers, 'header', fields),
  }
}

/** Variables of the environment, or headers. Ones without a name are left out. */
export function readNamed(
  inputs: readonly KeyValueInput[] = [],
  place: 'environment' | 'header',
  fields: Field[],
): NamedTemplate[] {
  const named = new Map<string, NamedTemplate>()
  for (const input of inputs) {
    const { name } = input
    if (!name || named.has(name)) continue
    const { template, isRequired } = readInput({ input, id: `${place}.${idPart(name)}`, name, place }, fields)
    named.set(name, { name, value: template, isRequired })
  }
  return [...named.values()]
}
