import { checkShape } from '../catalog/schema-check.ts'
import { docsOf } from '../verify/docs-address.ts'
import type { GateFinding, Verdict } from '../verify/verdict.ts'

/** The limit of a check run's text, with room for what stands around the verdict. */
const MOST_BYTES = 65_000
/** Findings that are kept of a verdict that would not fit. */
const KEPT = 40

/**
 * A verdict as the text of a check run, for machines: one line of JSON in a fence. Of rules that passed it is enough to
 * know that they did, so that the verdict on fifty versions fits as well.
 */
export function toRecord(verdict: Verdict): string {
  const passed = new Map(verdict.findings.filter(isPass).map(({ code }) => [code, toPass(code)]))
  const others = verdict.findings.filter((finding) => !isPass(finding))
  const record = fence({ ...verdict, findings: [...passed.values(), ...others] })
  if (Buffer.byteLength(record) <= MOST_BYTES) return record
  // What is left out is missed when the pull request is merged, and a missing finding is an error there: it never passes.
  return fence({ ...verdict, findings: others.slice(0, KEPT) })
}

function isPass({ status }: GateFinding): boolean {
  return status === 'pass'
}

function toPass(code: string): GateFinding {
  return { code, status: 'pass', message: 'It passed.', docs: docsOf(code) }
}

/** Reads such a text; `undefined` where it holds no verdict. */
export function fromRecord(text: string | null): Verdict | undefined {
  const json = /^```json\r?\n(\{.*\})\r?\n```$/m.exec(text ?? '')?.[1]
  if (json === undefined) return undefined
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  return checkShape('verdict', value).length === 0 ? (value as Verdict) : undefined
}

function fence(verdict: Verdict): string {
  return `\`\`\`json\n${JSON.stringify(verdict)}\n\`\`\``
}
