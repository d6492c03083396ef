import type { Finding } from '../../../../model/finding.ts'

/**
 * The place of what a finding is about, as a JSON Pointer. What is missing has no place in the text, but it has one in
 * the form; the message names it.
 */
export function aboutPointer({ pointer, message }: Pick<Finding, 'pointer' | 'message'>): string {
  const missing = / has no `([\w$]+)`/.exec(message)?.[1]
  return missing === undefined || pointer.endsWith(`/${missing}`) ? pointer : `${pointer}/${missing}`
}

/** The pointer itself and those of everything around it, the innermost first, without the document. */
export function placesAround(pointer: string): string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((_, index) => `/${steps.slice(0, steps.length - index).join('/')}`)
}
