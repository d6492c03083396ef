import type { Argument, Input, KeyValueInput } from '../../model/server-json.ts'
import { isSecret } from './inputs.ts'
import { safeText } from '../text/safe-text.ts'

/** More rows than these are folded. */
export const SHOWN_ROWS = 8

/** A table of things to fill in: environment variables, arguments, headers, parts of an address. */
export interface InputTable {
  caption: string
  rows: InputRow[]
}

export interface InputRow {
  name: string
  /** `required`, `secret`, `may repeat`: words, so that no colour has to be understood. */
  marks: string[]
  description: string
  /** Default, choices and the like. */
  details: { term: string; value: string }[]
}

/** Named values: environment variables and headers. What must be given stands first. */
export function namedTable(caption: string, inputs: readonly KeyValueInput[] = []): InputTable[] {
  const required = inputs.filter(({ isRequired }) => isRequired)
  const optional = inputs.filter(({ isRequired }) => !isRequired)
  return table(
    caption,
    [...required, ...optional].flatMap((input) => [row(input.name, input), ...variableRows(input.variables)]),
  )
}

/** Arguments, in the order they are passed. */
export function argumentTable(caption: string, inputs: readonly Argument[] | undefined): InputTable[] {
  return table(
    caption,
    (inputs ?? []).flatMap((input) => [row(argumentName(input), input), ...variableRows(input.variables)]),
  )
}

/** The `{variables}` of an address. */
export function variableTable(caption: string, variables: Record<string, Input> | undefined): InputTable[] {
  return table(caption, variableRows(variables))
}

function table(caption: string, rows: InputRow[]): InputTable[] {
  return rows.length > 0 ? [{ caption, rows }] : []
}

function argumentName({ name, value, valueHint, type }: Argument): string {
  if (type === 'named' && name) return name
  return value ?? (valueHint ? `<${valueHint}>` : (name ?? '(positional)'))
}

function variableRows(variables: Record<string, Input> = {}): InputRow[] {
  return Object.entries(variables).map(([name, input]) => row(`{${name}}`, input))
}

function row(name: string, input: Input & { name?: string; isRepeated?: boolean }): InputRow {
  const details = [
    ['Value', input.value === name ? undefined : input.value],
    ['Default', input.default],
    ['Choices', input.choices?.join(', ')],
    ['Format', input.format === 'string' ? undefined : input.format],
    ['Example', input.placeholder],
  ] as const
  return {
    name: safeText(name),
    marks: [
      ...(input.isRequired ? ['required'] : []),
      ...(isSecret({ ...input, name }) ? ['secret'] : []),
      ...(input.isRepeated ? ['may repeat'] : []),
    ],
    description: safeText(input.description ?? ''),
    details: details.flatMap(([term, value]) => (value ? [{ term, value: safeText(value) }] : [])),
  }
}
