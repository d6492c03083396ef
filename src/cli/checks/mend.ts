import type { Finding } from '../../model/finding.ts'
import { validateServerJson } from '../../validate/server-json.ts'
import { count } from '../../validate/text/count.ts'
import { repair } from '../../verify/render/repair.ts'

/** A server.json without the faults that have only one sensible remedy. */
export interface Mended {
  text: string
  /** How many faults are gone. */
  faults: number
}

/**
 * Mends as the suggestions on a pull request do, one fault after the other; everything else stays as it is. What a remedy
 * brings to light, such as an address that is missing beside a transport, is left to its owner.
 */
export function mend(source: string): Mended {
  const isMarked = source.startsWith('\uFEFF')
  let text = isMarked ? source.slice(1) : source
  let faults = isMarked ? 1 : 0
  const tried = new Set<string>()
  for (let errors = errorsIn(text); ; errors = errorsIn(text)) {
    const next = errors.find((finding) => !tried.has(keyOf(finding)))
    if (!next) return { text, faults }
    tried.add(keyOf(next))
    const repaired = repair(next, text)
    if (repaired === undefined || errorsIn(repaired).some((left) => keyOf(left) === keyOf(next))) continue
    text = repaired
    faults++
  }
}

/** Says that a command does it; `undefined` where none can. */
export function mendingAdvice(file: string, source = ''): string | undefined {
  const { faults } = mend(source)
  return faults === 0
    ? undefined
    : `To mend ${count(faults, 'error')} of these: mcp-git validate ${file} --fix`
}

function errorsIn(text: string): Finding[] {
  return validateServerJson(text).findings.filter(({ severity }) => severity === 'error')
}

function keyOf({ code, pointer }: Finding): string {
  return `${code} ${pointer}`
}
