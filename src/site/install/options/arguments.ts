import type { Argument } from '../../../model/server-json.ts'
import type { ArgumentTemplate, Field, Template } from '../types.ts'
import { joinText, readInput } from './template.ts'

/** Arguments as tokens of a command line; what has to be asked is added to `fields`. */
export function readArguments(
  args: readonly Argument[] = [],
  place: 'argument' | 'runtime',
  fields: Field[],
): ArgumentTemplate[] {
  return args.flatMap((argument, index) => readArgument(argument, `${place}.${index}`, place, fields))
}

function readArgument(
  argument: Argument,
  id: string,
  place: 'argument' | 'runtime',
  fields: Field[],
): ArgumentTemplate[] {
  const { type, name, valueHint } = argument
  const isNamed = type === 'named' || (!type && Boolean(name))
  if (isNamed && !name) return []
  if (isNamed && isBareFlag(argument)) return [{ tokens: [[name!]], isRequired: true }]
  const label = (isNamed ? name! : valueHint || name) || 'value'
  const { template, isRequired } = readInput({ input: argument, id, name: label, place }, fields)
  if (!isNamed) return [{ tokens: [template], isRequired }]
  const tokens: Template[] = name!.endsWith('=') ? [joinText([name!, ...template])] : [[name!], template]
  return [{ tokens, isRequired }]
}

/** A flag that nothing is said about but its name is complete as it is. */
function isBareFlag(argument: Argument): boolean {
  const { value, default: preset, description, valueHint, placeholder, choices, format } = argument
  const { isRequired, isSecret, isRepeated } = argument
  return ![
    value,
    preset,
    description,
    valueHint,
    placeholder,
    choices,
    format,
    isRequired,
    isSecret,
    isRepeated,
  ].some(Boolean)
}
