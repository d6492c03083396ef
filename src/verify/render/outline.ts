import type { FindingStatus, GateFinding, Verdict } from '../verdict.ts'
import { textsOf } from './rule-texts.ts'

/** What one rule said, in one place or in several. */
export interface Group {
  code: string
  /** As a sentence without its end. */
  title: string
  why: string
  findings: GateFinding[]
}

/** A verdict as people read it. */
export interface Outline {
  fails: Group[]
  holds: Group[]
  errors: Group[]
  /** About particular clients. Never in the way of anything. */
  advice: GateFinding[]
  passes: GateFinding[]
  skipped: GateFinding[]
}

export function outlineOf({ findings }: Verdict): Outline {
  const having = (status: FindingStatus) => findings.filter((finding) => finding.status === status)
  const passes = having('pass')
  return {
    fails: grouped(having('fail')),
    holds: grouped(having('hold')),
    errors: grouped(having('error')),
    advice: passes.filter(isAdvice),
    passes: passes.filter((finding) => !isAdvice(finding)),
    skipped: having('skipped'),
  }
}

/** A pass that names a place has something to say about it. */
function isAdvice({ code, path }: GateFinding): boolean {
  return code.startsWith('W') && path !== undefined
}

function grouped(findings: readonly GateFinding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const { code, message } = finding
    const texts = isAboutFault(finding) ? textsOf(code) : undefined
    const { title, why } = texts ?? { title: firstSentence(message), why: '' }
    const group = groups.get(code) ?? { code, title, why, findings: [] }
    group.findings.push(finding.fix === undefined && texts ? { ...finding, fix: texts.fix } : finding)
    groups.set(code, group)
  }
  return [...groups.values()]
}

/** A rule's texts are about a fault; where it could not look, or waits, only its message says how it is. */
function isAboutFault(finding: GateFinding): boolean {
  return finding.status !== 'error' && !isWaiting(finding)
}

/** Whether nobody has to look: a package registry has not shown yet what was published there. */
export function isWaiting({ code, status }: GateFinding): boolean {
  return status === 'hold' && code.startsWith('R4')
}

function firstSentence(message: string): string {
  return message.split(/(?<=[.:])\s|\n/, 1)[0]!.replace(/[.:]$/, '')
}

/** What a message says that its group's title does not. */
export function messageBeside({ title }: Group, { message }: GateFinding): string {
  if (!message.startsWith(title)) return message
  const rest = message.slice(title.length).replace(/^[.:]?\s*/, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** How many rules findings come from; one may say several things. */
export function countRules(findings: readonly GateFinding[]): number {
  return new Set(findings.map(({ code }) => code)).size
}
