import { docsOf } from '../docs-address.ts'
import type { GateFinding } from '../verdict.ts'
import { fixOf } from './fix.ts'
import { block, code, fence, inline, link, NOTHING } from './markdown.ts'
import { messageBeside, type Group } from './outline.ts'
import type { Places } from './places.ts'

/** What one rule said, as a numbered or unnumbered paragraph. */
export function problemLines(group: Group, places: Places, { number, most }: ProblemOptions): string[] {
  const title = `**${number === undefined ? '' : `${number}. `}${inline(group.title) || code(group.code)}**`
  const head = `${title} · ${ruleLink(group.code, places.siteUrl)}`
  const [first, ...others] = group.findings
  if (others.length === 0) return [`${head}${after(places.linkTo(first!))}`, ...single(group, first!)]
  const fixes = new Set(group.findings.map(({ fix }) => fix))
  const common = fixes.size === 1 ? group.findings[0]!.fix : undefined
  const shown = group.findings.slice(0, most)
  const rest = group.findings.length - shown.length
  return [
    head,
    ...(group.why ? [inline(group.why)] : []),
    ...shown.flatMap((finding) => item(finding, places, common === undefined)),
    ...(rest > 0 ? [`- and ${rest} more of the same kind`] : []),
    ...(common === undefined ? [] : ['', ...fixLines(common)]),
  ]
}

export interface ProblemOptions {
  /** Its place in a list of things to do. */
  number?: number
  /** How many findings are told one by one. */
  most: number
}

export function ruleLink(rule: string, siteUrl?: string): string {
  return siteUrl === undefined ? code(rule) : link(rule, docsOf(rule, siteUrl))
}

function single(group: Group, finding: GateFinding): string[] {
  const { why } = group
  const { fix, status } = finding
  const [start = '', ...more] = block(messageBeside(group, finding))
  const reason = why ? inline(why) : ''
  const said =
    more.length === 0
      ? [[start, reason].filter(Boolean).join(' ')]
      : [start, ...more, ...(reason ? ['', reason] : [])]
  const solution = fix === undefined ? [] : status === 'fail' ? ['', ...fixLines(fix)] : block(fix)
  return [...(said[0] === '' ? said.slice(1) : said), ...solution]
}

function item(finding: GateFinding, places: Places, withFix: boolean): string[] {
  const place = places.linkTo(finding)
  const text = withFix && finding.fix ? `${finding.message} ${finding.fix}` : finding.message
  const [start = '', ...more] = block(text)
  return [`- ${place ? `${place}: ` : ''}${start || NOTHING}`, ...more.map((line) => `  ${line}`)]
}

function fixLines(fix: string): string[] {
  const { text, copy } = fixOf(fix)
  const [first = '', ...more] = block(text)
  return [`**Fix:** ${first}`, ...more, ...(copy === undefined ? [] : fence(copy))]
}

function after(place: string | undefined): string {
  return place ? ` · ${place}` : ''
}
