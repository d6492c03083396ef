import { pagesOf, type BuiltFiles } from './built-files.ts'
import { BUDGETS, PAGE, type Budget } from './budgets.ts'
import { pageScales, type PageWeight } from './page-weight.ts'
import { percentile } from './percentile.ts'
import { byRoute, type Route } from './route-of.ts'

/** One line of the table: a measure of all pages of a route, and what it may be. */
export interface BudgetLine {
  route: Route
  pages: number
  measure: string
  /** In kilobytes, or requests. */
  value: number
  /** Absent where nothing is asked. */
  limit?: number
}

/** Weighs every page of a build and holds the figures of each route against its budget. */
export function checkBudgets(files: BuiltFiles, base: string): BudgetLine[] {
  const weigh = pageScales(files, base)
  return [...byRoute(pagesOf(files))].flatMap(([route, pages]) => {
    const lines = linesOf(pages.map(weigh), BUDGETS[route] ?? PAGE)
    return lines.map((line) => ({ route, pages: pages.length, ...line }))
  })
}

/** Whether a line is above its limit. */
export function isOver({ value, limit = Infinity }: BudgetLine): boolean {
  return value > limit
}

function linesOf(weights: readonly PageWeight[], budget: Budget): Omit<BudgetLine, 'route' | 'pages'>[] {
  const kilobytes = (measure: keyof PageWeight, share: number): number =>
    percentile(
      weights.map((weight) => weight[measure]),
      share,
    ) / 1000
  return [
    { measure: 'HTML p50', value: kilobytes('html', 0.5), limit: budget.html.p50 },
    { measure: 'HTML p99', value: kilobytes('html', 0.99), limit: budget.html.p99 },
    { measure: 'HTML max', value: kilobytes('html', 1) },
    { measure: 'CSS', value: kilobytes('css', 1), limit: budget.css },
    { measure: 'JS', value: kilobytes('js', 1), limit: budget.js },
    { measure: 'font', value: kilobytes('font', 1), limit: budget.font },
    { measure: 'total p99', value: kilobytes('total', 0.99), limit: budget.total },
    { measure: 'requests', value: kilobytes('requests', 1) * 1000, limit: budget.requests },
  ]
}
