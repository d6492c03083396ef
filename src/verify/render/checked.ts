import { count } from '../../validate/text/count.ts'
import { rulesAddress } from '../docs-address.ts'
import type { GateFinding, NamespaceOwner, Verdict } from '../verdict.ts'
import { code, inline, link } from './markdown.ts'
import { countRules, type Outline } from './outline.ts'
import { ruleLink } from './problem.ts'
import type { Places } from './places.ts'
import { textsOf } from './rule-texts.ts'

/** What was looked at and found in order, folded away: what was seen in particular, and how much else was asked. */
export function checkedLines(verdict: Verdict, { passes, skipped }: Outline, { siteUrl }: Places): string[] {
  if (passes.length === 0) return []
  const left = countRules(skipped)
  const title = `${count(countRules(passes), 'check')} passed${left > 0 ? `, ${left} skipped` : ''}`
  const owners = (verdict.owners ?? []).map(ownerText)
  const evidence = (verdict.evidence ?? [])
    .slice(0, MOST)
    .map(({ package: name, value }) => `  - ${code(name)} is ${code(value)}`)
  return [
    `<details><summary>${title}</summary>`,
    '',
    ...line('Ownership', [...owners, ...seen(passes, 'R3')]),
    ...line('Packages', seen(passes, 'R4')),
    ...evidence,
    `- **${rulesLink(siteUrl)} kept:** ${keptText(verdict, passes)}`,
    ...line('Skipped', [...new Set(skipped.map(({ message }) => inline(message)))]),
    '',
    '</details>',
  ]
}

const MOST = 20

function line(area: string, sentences: string[]): string[] {
  return sentences.length > 0 ? [`- **${area}:** ${sentences.join(' ')}`] : []
}

/** What rules of an area say of this change in particular. */
function seen(passes: GateFinding[], area: string): string[] {
  return passes
    .filter((finding) => finding.code.startsWith(area) && finding.message !== textsOf(finding.code)?.passed)
    .slice(0, MOST)
    .map(({ message }) => inline(message))
}

const AREAS = [
  ['R1', 'about the change'],
  ['R2', 'about `server.json`'],
  ['R3', 'about ownership'],
  ['R4', 'about packages'],
  ['R5', 'of judgement'],
  ['R6', 'about the whole registry'],
] as const

function rulesLink(siteUrl: string | undefined): string {
  return siteUrl === undefined ? 'Rules' : link('Rules', rulesAddress(siteUrl))
}

function keptText({ publishes }: Verdict, passes: GateFinding[]): string {
  const areas = AREAS.filter(([area]) => area !== 'R2' || publishes.length > 0)
  const numbers = areas.flatMap(([area, about]) => {
    const number = countRules(passes.filter((finding) => finding.code.startsWith(area)))
    return number > 0 ? [`${number} ${about}`] : []
  })
  return `${numbers.join(', ')}.`
}

function ownerText({ namespace, owner, record }: NamespaceOwner): string {
  const id = owner.id === undefined ? '' : ` (account ${owner.id})`
  const who = owner.login === undefined ? 'whoever holds the key of its domain' : `${code(owner.login)}${id}`
  if (record === 'new') return `${code(namespace)} is new, and belongs to ${who} from now on.`
  if (record === 'changed') return `${code(namespace)} is to belong to ${who}.`
  return `${code(namespace)} belongs to ${who}.`
}

const MOST_ADVICE = 5

/** Advice about particular clients, folded away: it is never in the way. */
export function adviceLines({ advice }: Outline, places: Places): string[] {
  if (advice.length === 0) return []
  const shown = advice.slice(0, MOST_ADVICE).map((finding) => {
    const place = places.linkTo(finding)
    const text = finding.fix ? `${finding.message} ${finding.fix}` : finding.message
    return `- ${place ? `${place}: ` : ''}${inline(text)} (${ruleLink(finding.code, places.siteUrl)})`
  })
  const rest = advice.length - shown.length
  return [
    `<details><summary>${count(advice.length, 'remark')} about particular clients, which you may ignore</summary>`,
    '',
    ...shown,
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    '',
    '</details>',
  ]
}

/** The commit, and the run that judged it. */
export function footerOf({ headSha }: Verdict, runUrl: string | undefined): string {
  return [code(headSha.slice(0, 7)), ...(runUrl === undefined ? [] : [link('run', runUrl)])].join(' · ')
}
