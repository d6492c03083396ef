import type { Finding } from '../../model/finding.ts'
import type { Rule } from '../rule.ts'
import { show } from '../text/show.ts'
import { ADVICE } from './clients-packages.ts'

export const W11: Rule = {
  ...ADVICE,
  code: 'W11',
  title: 'Docker and the MCP Inspector take two names for one',
  why: 'They write every character of a name but letters, digits, `_` and `-` as `-`, so that names can collide.',
  fix: 'Choose another name, if both are to be used side by side there.',
  example: '`com.acme/a.b` beside `com.acme/a-b`',
}

/** The name as Docker and the MCP Inspector write it. */
function flattened(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '-')
}

/**
 * W11 looks at all names of a registry: a warning for every name that flattens to the same as one before it.
 *
 * @param names in the order in which the first one keeps its name
 */
export function flattenedTwins(names: Iterable<string>): Map<string, Finding> {
  const first = new Map<string, string>()
  const warnings = new Map<string, Finding>()
  for (const name of names) {
    const other = first.get(flattened(name))
    if (other === undefined) {
      first.set(flattened(name), name)
      continue
    }
    const message = `${show(name)} is ${show(flattened(name))} to Docker and the MCP Inspector, and so is ${show(other)}.`
    const { code, fix } = W11
    warnings.set(name, { code, severity: 'warning', pointer: '/name', line: 1, column: 1, message, fix })
  }
  return warnings
}
