import type { Argument, Input, KeyValueInput } from '../../model/server-json.ts'
import { isAsked, isSecret } from '../server/inputs.ts'
import { fieldChange, isSame, orderChange, quoted, RANKS, type Change } from './change.ts'
import { pairUp } from './pair-up.ts'

/** Anything that is filled in: a variable, a header, an argument, a part of an address. */
type AnyInput = Input & Partial<Pick<Argument, 'name' | 'type' | 'valueHint' | 'isRepeated' | 'variables'>>

/** Where a list of inputs stands: what comes before the name of one, and what all of them are. */
interface Place {
  one: string
  all: string
}

export const PLACES = {
  environment: { one: '', all: 'the environment variables' },
  header: { one: 'the header ', all: 'the headers' },
  argument: { one: 'the argument ', all: 'the arguments' },
  runtime: { one: 'the runtime argument ', all: 'the runtime arguments' },
  address: { one: 'the address part ', all: 'the address parts' },
} as const satisfies Record<string, Place>

/**
 * What changed in a list of inputs. Those with a name are known by it, the others by what they hold, by their hint, or
 * by where they stand.
 */
export function inputChanges(
  place: Place,
  before: readonly AnyInput[] = [],
  after: readonly AnyInput[] = [],
): Change[] {
  if (isSame(before, after)) return []
  const { pairs, removed, added, isReordered } = pairUp(before, after, [
    ({ name, valueHint, value }) => JSON.stringify(name === undefined ? [valueHint, value] : name),
    ({ name, valueHint }) => (name === undefined ? valueHint : undefined),
    ({ name }, index) => (name === undefined ? String(index) : undefined),
  ])
  return [
    ...added.map((input) => comingOrGoing('added', place, input)),
    ...removed.map((input) => comingOrGoing('removed', place, input)),
    ...pairs.flatMap(([one, other]) => changesOfOne(place, one, other)),
    ...(isReordered ? [orderChange(place.all)] : []),
  ]
}

/** The `{variables}` of an address or of a value, as a list. */
export function asInputs(variables: Record<string, Input> = {}): KeyValueInput[] {
  return Object.entries(variables).map(([name, input]) => ({ ...input, name }))
}

function comingOrGoing(type: 'added' | 'removed', place: Place, input: AnyInput): Change {
  const isNeeded = isAsked(input) && input.isRequired === true
  const verb = !isAsked(input) ? 'sets' : isNeeded ? 'needs' : 'takes'
  const marks = isAsked(input)
    ? [...(isNeeded ? [] : ['optional']), ...(holdsSecret(input) ? ['secret'] : [])]
    : []
  const { name, value, valueHint } = input
  const label = name ?? value ?? (valueHint === undefined ? undefined : `<${valueHint}>`)
  const what = subject(place, label) + (marks.length > 0 ? ` (${marks.join(', ')})` : '')
  return type === 'added'
    ? { type, rank: isNeeded ? RANKS.need : RANKS.gain, text: verb[0]!.toUpperCase() + verb.slice(1) + what }
    : { type, rank: RANKS.loss, text: `No longer ${verb}${what}` }
}

function changesOfOne(place: Place, before: AnyInput, after: AnyInput): Change[] {
  if (isSame(before, after)) return []
  const what = subject(place, sharedLabel(before, after))
  const mark = holdsSecret(before) || holdsSecret(after) ? ' (secret)' : ''
  const field = (label: string, key: 'value' | 'default' | 'format' | 'type' | 'valueHint'): Change[] =>
    fieldChange(`${label} of${what}`, before[key], after[key], RANKS.detail)
  return [
    ...turned(`required:${what}${mark}`, before.isRequired, after.isRequired, RANKS.need),
    ...turned(`declared a secret:${what}`, before.isSecret, after.isSecret, RANKS.secrecy),
    ...turned(`repeatable:${what}`, before.isRepeated, after.isRepeated, RANKS.detail),
    ...field('Value', 'value'),
    ...field('Default', 'default'),
    ...fieldChange(`Choices of${what}`, listed(before.choices), listed(after.choices), RANKS.detail),
    ...field('Format', 'format'),
    ...field('Type', 'type'),
    ...field('Hint', 'valueHint'),
    ...reworded(`Description of${what}`, before.description, after.description),
    ...reworded(`Example of${what}`, before.placeholder, after.placeholder),
    ...inputChanges(
      { one: `the part of${what} `, all: `the parts of${what}` },
      asInputs(before.variables),
      asInputs(after.variables),
    ),
  ]
}

/** The thing that a sentence is about, with a space before it. */
function subject({ one }: Place, label: string | undefined): string {
  return label === undefined ? ` ${one.trim()}` : ` ${one}${quoted(label)}`
}

/** What both sides of a pair are called, so that the sentence reads the same in both directions. */
function sharedLabel(a: AnyInput, b: AnyInput): string | undefined {
  if (a.name !== undefined) return a.name
  if (a.valueHint !== undefined && a.valueHint === b.valueHint) return `<${a.valueHint}>`
  return a.value === b.value ? a.value : undefined
}

function holdsSecret(input: AnyInput): boolean {
  return isSecret(input) || asInputs(input.variables).some(isSecret)
}

function listed(choices: readonly string[] | undefined): string | undefined {
  return choices && JSON.stringify(choices).slice(1, -1)
}

function turned(text: string, before = false, after = false, rank: number): Change[] {
  if (before === after) return []
  return after
    ? [{ type: 'changed', rank, text: `Now ${text}` }]
    : [{ type: 'changed', rank: RANKS.detail, text: `No longer ${text}` }]
}

function reworded(label: string, before: string | undefined, after: string | undefined): Change[] {
  return before === after ? [] : [{ type: 'changed', rank: RANKS.words, text: `${label} changed` }]
}
