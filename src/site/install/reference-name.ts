import type { Field } from './types.ts'

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * The variable of the person's environment that a client is told to look up for a field. A program gets the variable
 * that it asks for. Everything else gets one that is named for the server: a publisher who calls a header's variable
 * `AWS_SECRET_ACCESS_KEY` must not have that sent to them, and two servers' `token` are not the same.
 *
 * @param server its short name
 */
export function referenceName({ id, name, place }: Field, server: string): string {
  if (place === 'environment' && id === `environment.${name}` && VARIABLE.test(name)) return name
  const words = `mcp_${server}_${name}`.replace(/[^A-Za-z0-9]+/g, '_')
  return words.replace(/_+$/, '').toUpperCase()
}
