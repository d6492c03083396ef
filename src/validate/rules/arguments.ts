import type { DraftArgument } from '../draft.ts'
import { semantic, type CheckedRule, type Path, type UpstreamIssue } from '../rule.ts'
import { ARGUMENT_TYPES } from '../structure/server-shape.ts'
import { show, showList } from '../text/show.ts'
import { NOT_IN_LIST } from './structure.ts'

export const ARGUMENT_NAME_MISSING: CheckedRule<DraftArgument> = {
  code: 'R261',
  title: 'A named argument has no name',
  why: 'A named argument is written as its name followed by its value.',
  fix: 'Add the flag as `name`, such as `--port`, or make the argument positional.',
  example: '{"type": "named", "value": "8080"}',
  upstream: 'named-argument-name-required',
  check(argument, at, report) {
    if (argument.type !== 'named' || argument.name) return
    const path = [...at, 'name']
    report({
      rule: this,
      path: argument.name === undefined ? at : path,
      missing: 'name',
      message: 'The named argument has no `name`.',
      // Every text begins with an empty name, which the official registry then reports too.
      upstream: [
        ...semantic(path, 'named argument name is required', this.upstream!),
        ...repeatedName({ ...argument, name: '' }, at),
      ],
    })
  },
}

export const ARGUMENT_NAME: CheckedRule<DraftArgument> = {
  code: 'R262',
  title: 'The name of an argument holds more than a flag',
  why: 'Clients pass the name as one word; a value or placeholder within it would reach the program as part of the flag.',
  fix: 'Keep the flag in `name` and put the rest into `value`, `default` or `valueHint`.',
  example: '{"type": "named", "name": "--port <port>"}',
  upstream: 'invalid-named-argument-name',
  check({ type, name = '' }, at, report) {
    if (type !== 'named' || !/[<> $]/.test(name)) return
    const path = [...at, 'name']
    report({
      rule: this,
      path,
      message: `The argument name ${show(name)} contains \`<\`, \`>\`, \`$\` or a space.`,
      upstream: semantic(path, `invalid named argument name format: ${name}`, this.upstream!),
    })
  },
}

export const ARGUMENT_VALUE: CheckedRule<DraftArgument> = {
  code: 'R263',
  title: 'The value of an argument repeats its name',
  why: 'Clients write the name in front of the value themselves, so it would be passed twice.',
  fix: 'Remove the name from the value.',
  example: '{"type": "named", "name": "--port", "value": "--port 8080"}',
  upstream: 'argument-value-starts-with-name',
  check(argument, at, report) {
    if (!argument.name) return
    for (const issue of repeatedName(argument, at)) {
      const field = issue.reference === this.upstream ? 'value' : 'default'
      const message = `The ${field} ${show(argument[field])} begins with the argument's name ${show(argument.name)}.`
      report({ rule: this, path: [...at, field], message, upstream: [issue] })
    }
  },
}

/** Official rules D16 and D17. */
function repeatedName(argument: DraftArgument, at: Path): UpstreamIssue[] {
  const { type, name = '' } = argument
  if (type !== 'named') return []
  return (['value', 'default'] as const).flatMap((field) => {
    const text = argument[field] ?? ''
    if (text === '' || !text.startsWith(name)) return []
    const said =
      `argument ${field} cannot start with the argument name: ` +
      `${field} starts with argument name '${name}': ${text}`
    return semantic([...at, field], said, `argument-${field}-starts-with-name`)
  })
}

/** Asked for by the JSON Schema only (C03); the official registry publishes any word. */
export const ARGUMENT_TYPE: CheckedRule<DraftArgument> = {
  ...NOT_IN_LIST,
  check({ type }, at, report) {
    if (type === undefined || (ARGUMENT_TYPES as readonly string[]).includes(type)) return
    const message = `The argument type ${show(type)} is neither ${showList(ARGUMENT_TYPES, 'nor')}.`
    report({ rule: this, path: [...at, 'type'], message })
  },
}

/** Asked for by the JSON Schema only (C02). */
export const POSITIONAL_VALUE: CheckedRule<DraftArgument> = {
  code: 'R264',
  title: 'A positional argument has neither value nor valueHint',
  why: 'Without one of them a client has nothing to write, and no word to ask for it by.',
  fix: 'Add `value` for a fixed text, or `valueHint` to name what the user must give.',
  example: '{"type": "positional", "description": "Folder to serve"}',
  mirrored: 'warning',
  check({ type, value, valueHint }, at, report) {
    if (type !== 'positional' || value !== undefined || valueHint !== undefined) return
    const message = 'The positional argument has neither `value` nor `valueHint`.'
    report({ rule: this, path: at, missing: 'value', message })
  },
}

/** Official rules D14–D17, in the official order. */
export const ARGUMENT_RULES = [ARGUMENT_NAME_MISSING, ARGUMENT_NAME, ARGUMENT_VALUE]
