import type { Figure } from './figure.ts'

const HEAD = ['what', 'measured', 'against', 'ratio', 'target', 'ok?']

/** The figures as a table for a terminal; also readable as Markdown. */
export function formatTable(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cells)]
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`)
  return lines.toSpliced(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`).join('\n')
}

function cells({ what, measured, against, ratio, target, met }: Figure): string[] {
  const verdict = met === undefined ? '' : met ? 'yes' : 'NO'
  return [what, measured, against ?? '', ratio ?? '', target ?? '', verdict]
}
