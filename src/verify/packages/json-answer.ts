import { show } from '../../validate/text/show.ts'
import { Unreachable } from '../net/unreachable.ts'
import type { WebAnswer } from '../net/web-client.ts'

/**
 * The JSON object in an answer. Its fields may be anything.
 *
 * @throws Unreachable where it is something else, as from a proxy or a page about maintenance
 */
export function jsonIn<Shape extends object>({ bytes, url }: WebAnswer): { [Key in keyof Shape]?: unknown } {
  const value = parse(bytes)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Unreachable(`${show(new URL(url).host)} answered with something that is not a JSON object.`)
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
