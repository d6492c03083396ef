import { checkShape } from '../catalog/schema-check.ts'
import { docsOf } from '../verify/docs-address.ts'
import type { GateFinding, Verdict } from '../verify/verdict.ts'

/** The limit of a check run's text, with room for what stands around the verdict. */
const MOST_BYTES = 65_000
/** Findings that are kept of a verdict that would not fit. */
const KEPT = 40

/**
 * A verdict as the text of a check run, for machines: one line of JSON in a fence. Of rules that passed it is enough to
 * know that they did, but for ownership and packages, so that the verdict on fifty versions fits as well.
 */
export function toRecord(verdict: Verdict): string {
  const others = verdict.findings.filter(({ status }) => status !== 'pass')
  const passes = verdict.findings.filter(({ status }) => status === 'pass')
  const telling = passes.filter(({ code }) => /^R[34]/.test(code))
  const codes = new Set(passes.map(({ code }) => code))
  const told = new Set(telling.map(({ code }) => code))
  const silent = [...codes].filter((code) => !told.has(code)).map(toPass)
  return (
    fitting({ ...verdict, findings: [...silent, ...telling, ...others] }) ??
    fitting({ ...verdict, findings: [...[...codes].map(toPass), ...others] }) ??
    // What is left out is missed when the pull request is merged, and a missing finding is an error there: it never passes.
    fence({ ...verdict, findings: others.slice(0, KEPT) })
  )
}

function fitting(verdict: Verdict): string | undefined {
  const record = fence(verdict)
  return Buffer.byteLength(record) <= MOST_BYTES ? record : undefined
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
