import { count } from '../../validate/text/count.ts'
import { printable, wrap } from '../../validate/text/wrap.ts'
import type { GateFinding, Verdict } from '../verdict.ts'
import { fixOf } from './fix.ts'
import { headlineOf, type Mark } from './headline.ts'
import { countRules, messageBeside, outlineOf, type Group, type Outline } from './outline.ts'

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green'
export type Paint = (style: Style, text: string) => string

const plain: Paint = (_style, text) => text
const COLOURS: Record<Mark | '·', Style> = {
  '✓': 'green',
  '✗': 'red',
  '⏸': 'yellow',
  '!': 'yellow',
  '·': 'dim',
}
const MOST = 10
const MOST_ADVICE = 5

/** A verdict for the terminal, in the words of the comment on a pull request, 80 columns wide. */
export function toText(verdict: Verdict, { paint = plain }: { paint?: Paint } = {}): string {
  const outline = outlineOf(verdict)
  const { fails, holds, errors, advice } = outline
  const { mark, text } = headlineOf(verdict, outline)
  const blocks = [
    ...fails.map((group, index) => groupBlock('✗', group, paint, `${index + 1}. `)),
    ...holds.map((group) => groupBlock('⏸', group, paint)),
    ...errors.map((group) => groupBlock('!', group, paint)),
    ...advice.slice(0, MOST_ADVICE).map((finding) => adviceBlock(finding, paint)),
    ...(advice.length > MOST_ADVICE
      ? [`· and ${advice.length - MOST_ADVICE} more remarks about clients`]
      : []),
    ...passedBlock(outline, paint),
  ]
  const decision = `${paint(COLOURS[mark], mark)} ${paint('bold', wrap(text, 2).trimStart())}`
  return `${[...blocks, decision].join('\n\n')}\n`
}

function groupBlock(mark: Mark, group: Group, paint: Paint, number = ''): string {
  const { code, title, why, findings } = group
  const head = wrap(`${number}${title} (${code})`, 2).trimStart()
  const rest = findings.length - MOST
  return [
    `${paint(COLOURS[mark], mark)} ${paint('bold', head)}`,
    ...findingLines(group, paint),
    ...(rest > 0 ? [`  and ${rest} more of the same kind`] : []),
    ...(why ? [wrap(why, 2)] : []),
    ...fixLines(findings),
  ].join('\n')
}

/** The places, with the message after the last of those that it is the same for. */
function findingLines(group: Group, paint: Paint): string[] {
  const shown = group.findings.slice(0, MOST)
  return shown.flatMap((finding, index) => {
    const message = shown[index + 1]?.message === finding.message ? '' : messageBeside(group, finding)
    return [...placeLines(finding, paint), ...(message === '' ? [] : [wrap(message, 2)])]
  })
}

/** Each once: what is wrong in several places is mostly mended in the same way. */
function fixLines(findings: readonly GateFinding[]): string[] {
  return [...new Set(findings.slice(0, MOST).flatMap(({ fix }) => fix ?? []))].flatMap((fix) => {
    if (findings[0]!.status !== 'fail') return [wrap(fix, 2)]
    const { text, copy } = fixOf(fix)
    return [wrap(`Fix: ${text}`, 2), ...(copy === undefined ? [] : [`      ${printable(copy)}`])]
  })
}

function adviceBlock(finding: GateFinding, paint: Paint): string {
  const { code, message, fix } = finding
  const head = wrap(`${code} ${message}`, 2).trimStart()
  return [`${paint('dim', '·')} ${head}`, ...placeLines(finding, paint), ...(fix ? [wrap(fix, 2)] : [])].join(
    '\n',
  )
}

function placeLines({ path, line }: GateFinding, paint: Paint): string[] {
  if (path === undefined) return []
  return [`  ${paint('dim', printable(line === undefined ? path : `${path}:${line}`))}`]
}

function passedBlock({ passes, skipped }: Outline, paint: Paint): string[] {
  if (passes.length + skipped.length === 0) return []
  const left = countRules(skipped)
  return [
    `${paint('green', '✓')} ${count(countRules(passes), 'check')} passed${left > 0 ? `, ${left} skipped` : ''}.`,
  ]
}
