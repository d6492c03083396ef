import type { Finding } from '../../model/finding.ts'
import { printable, wrap } from '../text/wrap.ts'
import { summarize, type FileReport } from './report.ts'

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'underline'
export type Paint = (style: Style, text: string) => string

const plain: Paint = (_style, text) => text

/** A report for people: grouped by file, each finding with the line that it is about, and one line about all. */
export function toText(reports: readonly FileReport[], { paint = plain }: { paint?: Paint } = {}): string {
  const blocks = reports
    .filter(({ findings }) => findings.length > 0)
    .map((report) => fileBlock(report, paint))
  const valid = reports.every((report) => report.valid)
  const summary = `${valid ? paint('green', '✓') : paint('red', '✗')} ${summarize(reports)}`
  return `${[...blocks, summary].join('\n\n')}\n`
}

function fileBlock({ file, findings, text = '' }: FileReport, paint: Paint): string {
  const lines = text.split(/\r?\n/)
  const width = String(Math.max(...findings.map(({ line }) => line))).length
  const shown = findings.map((finding) => findingBlock(finding, lines[finding.line - 1] ?? '', width, paint))
  return [paint('underline', printable(file)), ...shown].join('\n\n')
}

function findingBlock(finding: Finding, source: string, width: number, paint: Paint): string {
  const { code, severity, line, column, message, fix } = finding
  const kind = `${severity} ${code}`
  const { excerpt, caret } = excerptAt(source, column)
  const margin = ' '.repeat(width)
  const lines = [
    wrap(`${kind} ${message}`, 2).replace(kind, paint(severity === 'error' ? 'red' : 'yellow', kind)),
    `  ${paint('dim', `${String(line).padStart(width)} │`)} ${excerpt}`.trimEnd(),
    `  ${paint('dim', `${margin} │`)} ${' '.repeat(caret)}${paint('bold', '^')}`,
  ]
  if (fix) lines.push(`  ${paint('dim', `${margin} =`)} ${wrap(fix, width + 5).trimStart()}`)
  return lines.join('\n')
}

const LONGEST = 70
const BEFORE = 40

/** The part of a long line that holds the column, and the place of the column in it. */
function excerptAt(source: string, column: number): { excerpt: string; caret: number } {
  const start = source.length <= LONGEST ? 0 : Math.max(0, column - 1 - BEFORE)
  const cut = printable(source.slice(start, start + LONGEST))
  const before = start > 0 ? '…' : ''
  const after = start + LONGEST < source.length ? '…' : ''
  return { excerpt: `${before}${cut}${after}`, caret: column - 1 - start + before.length }
}
