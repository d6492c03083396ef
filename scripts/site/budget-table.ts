import { isOver, type BudgetLine } from './check-budgets.ts'
import { formatRows } from './table.ts'

/** The weights by route, in kilobytes: `3.1 of 9`, and `NO` behind what is above its limit. */
export function budgetTable(lines: readonly BudgetLine[]): string {
  const measures = [...new Set(lines.map(({ measure }) => measure))]
  const rows = Map.groupBy(lines, ({ route }) => route)
  return formatRows([
    ['route', 'pages', ...measures],
    ...[...rows].map(([route, lines]) => [route, String(lines[0]!.pages), ...lines.map(cell)]),
  ])
}

function cell(line: BudgetLine): string {
  const digits = line.measure === 'requests' ? 0 : 1
  const limit = line.limit === undefined ? '' : ` of ${line.limit}`
  return `${line.value.toFixed(digits)}${limit}${isOver(line) ? ' NO' : ''}`
}
